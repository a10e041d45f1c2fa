import { Checkbox, Link } from '@fluentui/react-components';
import { ClockRegular, OpenRegular } from '@fluentui/react-icons';
import { siteOf } from '../../engine';
import type { Plan, PlanStep } from '../../plan/plan';
import { tellStep } from '../../plan/speech';
import { guidesOf, useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { AddressLine } from './AddressLine';
import { StepGuide } from './StepGuide';

interface StepRowProps {
  id: string;
  plan: Plan;
  step: PlanStep;
  /** Whose turn it is from here on; null where it stays the same. */
  who: string | null;
  isNext: boolean;
}

/** One step with its checkbox; where it is done, for whom, and how stand below it. */
export function StepRow({ id, plan, step, who, isNext }: StepRowProps) {
  const speech = useSpeech();
  const { t, list } = speech;
  const shown = useAnswer();
  const { act, done, onlyFor, link } = step;
  const url = link && shown.links(link, onlyFor ?? plan.addresses);
  const guides = guidesOf(shown, plan, step);
  const place = link && url ? placeOf(link, url, guides.length > 0, speech) : null;
  const resends = act === 'resend';
  return (
    <li className="mail">
      {who && <p className="steps-who quiet">{who}</p>}
      <div className={isNext ? 'step step-next' : 'step'} aria-current={isNext ? 'step' : undefined}>
        <Checkbox
          id={id}
          className={done ? 'step-box step-done' : 'step-box'}
          checked={done}
          label={
            <span className="step-label">
              {act === 'wait' && <ClockRegular aria-hidden className="step-wait" />}
              {tellStep(step, speech)}
            </span>
          }
          onChange={(_event, { checked }) => shown.onTick(plan, step, checked === true)}
        />
        <div className="step-under">
          {onlyFor && onlyFor.length > 0 && (
            <p className="quiet">{t('panel.steps.onlyFor', { addresses: list(onlyFor) })}</p>
          )}
          {resends && plan.resend && <p className="quiet">{speech.tell(plan.resend.text)}</p>}
          {resends && plan.addresses.length > 1 && <AddressLine plan={plan} />}
          {url && place && (
            <Link className="place" href={url} target="_blank" rel="noopener noreferrer">
              {place}
              <OpenRegular aria-hidden />
            </Link>
          )}
          <StepGuide guides={guides} />
        </div>
      </div>
    </li>
  );
}

/** Pages where something is done bear their name; an article is named by its site, and only where no guide leads to one. */
function placeOf(
  link: string,
  url: string,
  hasGuides: boolean,
  { t }: { t(key: string): string },
): string | null {
  const key = `panel.places.${link}`;
  const name = t(key);
  if (name !== key) return name;
  return hasGuides ? null : siteOf(url);
}
