import type { Explanation } from '../../engine/explanation';
import { useSpeech } from '../speech';
import { Headline } from './Headline';
import { TrustNote } from './TrustNote';

/** Quiet: an ordinary mail is no reason to say much. Unless it dresses up as a bounce. */
export function NotABounce({ explanation: { kind, trust } }: { explanation: Explanation }) {
  const { t } = useSpeech();
  if (trust.verdict === 'suspicious') {
    return (
      <div className="stack">
        <Headline level={1} title={t('engine.trust.suspicious')} />
        <TrustNote trust={trust} />
      </div>
    );
  }
  return (
    <div className="stack">
      <Headline level={1} title={t('panel.notABounce.title')} />
      {kind !== 'not-a-report' && <p className="heading">{t(`engine.kind.${kind}`)}</p>}
      <p>{t(`engine.kindDetail.${kind}`)}</p>
      {kind !== 'not-a-report' && <p className="quiet">{t('panel.notABounce.instead')}</p>}
    </div>
  );
}
