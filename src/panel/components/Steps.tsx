import { Fragment, useId } from 'react';
import type { WhoActs } from '../../engine';
import type { Group, GroupStep } from '../groups';
import type { LinkUrl } from '../../engine';
import { guidesOf, useAnswer } from '../answer';
import { headingOf, tellOfGroup } from '../phrases';
import { useSpeech } from '../speech';
import { CopyChecklist } from './CopyChecklist';
import { Step } from './Step';

export interface StepsProps {
  group: Group;
  /** Heading level: 2 below the page's headline, 3 below a group's. */
  level: 2 | 3;
  /** Who was named as acting: need not be named again. */
  whoActs: WhoActs;
  links: LinkUrl;
  done(step: GroupStep): boolean;
  onTick(step: GroupStep, done: boolean): void;
  /** The checklist as text. */
  text(): string;
}

/** What to do, to be ticked off; the next step stands out. */
export function Steps(props: StepsProps) {
  const { group, level, whoActs, done, text } = props;
  const { t } = useSpeech();
  const id = useId();
  const { steps } = group;
  const Heading = `h${level}` as const;
  const of = (when: GroupStep['when']) => steps.filter((step) => step.when === when);
  const today = of('today');
  const next = today.find((step) => !done(step))?.id;
  const others = (['again', 'later'] as const).filter((when) => of(when).length > 0);
  return (
    <div className="stack">
      <div className="row row-apart">
        <Heading id={`${id}-today`} className="heading">
          {t('panel.steps.title')}
        </Heading>
        <CopyChecklist text={text} />
      </div>
      {today.length > 0 && (
        <StepList {...props} items={today} before={whoActs} next={next} labelledBy={`${id}-today`} />
      )}
      {others.map((when) => (
        <Fragment key={when}>
          <p id={`${id}-${when}`} className="heading heading-later">
            {t(`panel.steps.${headingOf(when, whoActs)}`)}
          </p>
          <StepList {...props} items={of(when)} before={undefined} next={next} labelledBy={`${id}-${when}`} />
        </Fragment>
      ))}
    </div>
  );
}

interface StepListProps extends StepsProps {
  items: readonly GroupStep[];
  /** Who was named last above the list. */
  before: WhoActs | undefined;
  next: string | undefined;
  labelledBy: string;
}

/** Steps in order; where the turn passes to someone else, that is said once. */
function StepList({ group, items, before, next, labelledBy, links, done, onTick }: StepListProps) {
  const speech = useSpeech();
  const answer = useAnswer();
  return (
    <ol className="steps" aria-labelledby={labelledBy}>
      {items.map((step, at) => (
        <Step
          key={step.id}
          step={step}
          text={tellOfGroup(group, step.text, speech)}
          guides={guidesOf(answer, group, step)}
          url={step.link && links(step.link)}
          namesWho={step.who !== (items[at - 1]?.who ?? before)}
          next={step.id === next}
          done={done(step)}
          onTick={(ticked) => onTick(step, ticked)}
        />
      ))}
    </ol>
  );
}
