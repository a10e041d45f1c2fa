import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { loadSharedDomain, showDomain, showLine } from '../../engine';
import { cleanDomains } from '../../site/setting-values';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';

/**
 * Who sent the mail that came back? Only the admin knows: two answers, alike in weight. The domain comes from the
 * mail: one that anybody can have a part of is not offered.
 */
export function OursQuestion({ onNotOurs }: { onNotOurs(): void }) {
  const { t } = useSpeech();
  const { explanation, onOurs } = useAnswer();
  const from = showLine(explanation.original.from ?? '');
  const [domain] = from.includes('@') ? cleanDomains(from).domains : [];
  const shared = useShared(domain);
  return (
    <div className="stack">
      <p className="mail">
        {domain ? (
          <>
            {t('panel.trust.sentAs')} <bdi>{from}</bdi>
          </>
        ) : (
          t('panel.trust.askDetail')
        )}
      </p>
      <div className="row">
        <Button size="small" onClick={onNotOurs}>
          {t('panel.trust.notOurs')}
        </Button>
        {domain && shared === null && (
          <Button size="small" onClick={() => onOurs(domain)}>
            {t('panel.trust.ours', { domain: showDomain(domain) })}
          </Button>
        )}
      </div>
      {domain && shared && <p className="quiet">{t(`panel.trust.shared.${shared}`, { domain })}</p>}
    </div>
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
