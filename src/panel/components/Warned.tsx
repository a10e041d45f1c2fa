import type { ChecklistAbout } from '../checklist';
import type { Group } from '../groups';
import { warningOf } from '../phrases';
import { useSpeech } from '../speech';
import { Evidence } from './Evidence';
import { Headline } from './Headline';
import { OursQuestion } from './OursQuestion';
import { TrustNote } from './TrustNote';
import { WarningSteps } from './WarningSteps';

interface WarnedProps {
  verdict: 'suspicious' | 'backscatter';
  about: ChecklistAbout;
  groups: readonly Group[];
  knowsDomains: boolean;
  onOurs(domain: string): void;
}

/** A bounce that must not be acted on: no steps of its cause, no way to resend. */
export function Warned({ verdict, about, groups: [group], knowsDomains, onOurs }: WarnedProps) {
  const speech = useSpeech();
  const { explanation } = about;
  const asks = verdict === 'backscatter' && !knowsDomains;
  const detail = asks ? speech.t('panel.trust.askDetail') : undefined;
  return (
    <div className="section">
      <div className="stack">
        <Headline level={1} title={warningOf(explanation, knowsDomains, speech)} />
        <TrustNote trust={explanation.trust} detail={detail}>
          {verdict === 'backscatter' && <OursQuestion explanation={explanation} onOurs={onOurs} />}
        </TrustNote>
      </div>
      <WarningSteps about={about} />
      {group && <Evidence recipient={group.first} reportingMta={explanation.reportingMta} />}
    </div>
  );
}
