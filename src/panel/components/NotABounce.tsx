import type { Explanation } from '../../engine/explanation';
import type { SourceHead } from '../../outlook/door';
import { useSpeech } from '../speech';
import { Headline } from './Headline';
import { TrustNote } from './TrustNote';
import { Warnings } from './Warnings';
import { WarningSteps } from './WarningSteps';

interface NotABounceProps {
  explanation: Explanation;
  head: SourceHead;
}

/** Quiet: an ordinary mail is no reason to say much. Unless it dresses up as a bounce. */
export function NotABounce({ explanation, head }: NotABounceProps) {
  const { t } = useSpeech();
  const { kind, trust } = explanation;
  if (head.door === 'typed-question' && kind === 'not-a-report') {
    return (
      <div className="stack">
        <Headline level={1} title={t('panel.ask.nothing')} />
        <p>{t('panel.ask.instead')}</p>
      </div>
    );
  }
  if (trust.verdict === 'suspicious') {
    return (
      <div className="stack">
        <Headline level={1} title={t('engine.trust.suspicious')} />
        <TrustNote trust={trust} />
        <WarningSteps about={{ explanation, head }} />
      </div>
    );
  }
  return (
    <div className="stack">
      <Headline level={1} title={t('panel.notABounce.title')} />
      {kind !== 'not-a-report' && <p className="heading">{t(`engine.kind.${kind}`)}</p>}
      <p>{t(`engine.kindDetail.${kind}`)}</p>
      {kind !== 'not-a-report' && <p className="quiet">{t('panel.notABounce.instead')}</p>}
      <Warnings explanation={explanation} />
    </div>
  );
}
