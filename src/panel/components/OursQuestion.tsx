import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { loadSharedDomain, showDomain, showLine } from '../../engine';
import type { Explanation } from '../../engine/explanation';
import { cleanDomains } from '../../outlook/setting-values';
import { useSpeech } from '../speech';

interface OursQuestionProps {
  explanation: Explanation;
  onOurs(domain: string): void;
}

/**
 * A company has more domains than we know of: one click says that this one is its own, too. The domain comes from
 * the mail: one that anybody can have a part of is not offered.
 */
export function OursQuestion({ explanation: { original }, onOurs }: OursQuestionProps) {
  const { t } = useSpeech();
  const from = showLine(original.from ?? '');
  const [domain] = from.includes('@') ? cleanDomains(from).domains : [];
  const shared = useShared(domain);
  if (!domain) return null;
  return (
    <>
      <p className="mail">
        {t('panel.trust.sentAs')} <bdi>{from}</bdi>
      </p>
      {shared === null && (
        <div>
          <Button size="small" onClick={() => onOurs(domain)}>
            {t('panel.trust.ours', { domain: showDomain(domain) })}
          </Button>
        </div>
      )}
      {shared && <p className="quiet">{t(`panel.trust.shared.${shared}`, { domain })}</p>}
    </>
  );
}

/** Why a domain is nobody's own; undefined while that is not known. */
function useShared(domain: string | undefined) {
  const [answer, setAnswer] = useState<{ domain: string; shared: ReturnType<SharedBy> }>();
  useEffect(() => {
    if (!domain) return;
    // Without the list nothing is offered: the settings still take the domain.
    loadSharedDomain().then(
      ({ sharedBy }) => setAnswer({ domain, shared: sharedBy(domain) }),
      () => undefined,
    );
  }, [domain]);
  return answer?.domain === domain ? answer?.shared : undefined;
}
type SharedBy = Awaited<ReturnType<typeof loadSharedDomain>>['sharedBy'];
