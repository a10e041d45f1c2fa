import { Checkbox } from '@fluentui/react-components';
import { highlighted, type Plan } from '../../plan/plan';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { CopyMarkdown } from './CopyMarkdown';
import { Folds, TryingUntil } from './Folds';
import { NewAccount } from './NewAccount';
import { StepList } from './StepList';

/** Below the card: today's steps, the next one standing out; all else folded. */
export function PlanBody({ plan, level }: { plan: Plan; level: 2 | 3 }) {
  const { t, tell } = useSpeech();
  const { asked } = useAnswer();
  const { today, confirm, resend, who } = plan;
  const Heading = `h${level}` as const;
  const done = today.filter((step) => step.done).length;
  return (
    <div className="plan">
      {today.length > 0 && (
        <div>
          <div className="row row-apart">
            <Heading className="heading">{t('panel.steps.title')}</Heading>
            <span className="quiet">
              {t('panel.steps.progress', { done: String(done), all: String(today.length) })}
            </span>
          </div>
          {confirm && asked === null && <Confirm plan={plan} />}
          <StepList plan={plan} steps={today} next={highlighted(plan)} label={t('panel.steps.title')} />
        </div>
      )}
      {today.length === 0 && resend && (
        <div>
          {who === 'nobody' && <Heading className="heading">{t('panel.steps.title')}</Heading>}
          <p className="mail">{tell(resend.text)}</p>
          <TryingUntil plan={plan} />
        </div>
      )}
      <NewAccount plan={plan} />
      <Folds plan={plan} />
      <CopyMarkdown plans={[plan]} />
    </div>
  );
}

/** Asked before the steps where the bounce may be a fake; with the tick, commands that change settings are shown. */
function Confirm({ plan: { confirm } }: { plan: Plan }) {
  const { tell } = useSpeech();
  const { saidReal, onReal } = useAnswer();
  if (!confirm) return null;
  return (
    <Checkbox
      className="confirm"
      checked={saidReal}
      label={tell(confirm.text)}
      onChange={(_event, { checked }) => onReal(checked === true)}
    />
  );
}
