import { warningSteps } from '../../engine/advise/warning';
import { type ChecklistAbout, warningText } from '../checklist';
import { useSpeech } from '../speech';
import { CopyChecklist } from './CopyChecklist';

/** What to do with a bounce that must not be acted on, to be read and to be copied. */
export function WarningSteps({ about }: { about: Pick<ChecklistAbout, 'explanation' | 'head'> }) {
  const speech = useSpeech();
  return (
    <div className="stack">
      <div className="row row-apart">
        <h2 className="heading">{speech.t('panel.steps.title')}</h2>
        <CopyChecklist text={() => warningText(about, speech)} />
      </div>
      <ol className="steps">
        {warningSteps(about.explanation.trust).map(({ id, text }) => (
          <li key={id}>{speech.tell(text)}</li>
        ))}
      </ol>
    </div>
  );
}
