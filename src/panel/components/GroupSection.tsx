import type { Explanation } from '../../engine/explanation';
import type { Group, GroupStep } from '../groups';
import type { LinkUrl } from '../../engine';
import { messagesOf, useAnswer } from '../answer';
import { sentenceOf } from '../phrases';
import { useSpeech } from '../speech';
import { Evidence } from './Evidence';
import { Headline } from './Headline';
import { Messages } from './Messages';
import { Needless } from './Needless';
import { NewAccount } from './NewAccount';
import { Resend } from './Resend';
import { Steps } from './Steps';
import { WhoActs } from './WhoActs';
import { Summary } from './Summary';

export interface GroupSectionProps {
  group: Group;
  explanation: Explanation;
  /** The only group is the page; one of several can be folded. */
  place: 'only' | 'open' | 'folded';
  links: LinkUrl;
  now: Date;
  done(group: Group, step: GroupStep): boolean;
  onTick(group: Group, step: GroupStep, done: boolean): void;
  checklist(groups: readonly Group[]): string;
}

/** Everything about one cause: what happened, who acts, what to do, sending again, the evidence. */
export function GroupSection(props: GroupSectionProps) {
  const { group, place } = props;
  const headline = <GroupHeadline group={group} level={place === 'only' ? 1 : 2} />;
  if (place !== 'only') {
    return (
      <details open={place === 'open'}>
        <Summary className="summary-group">{headline}</Summary>
        <GroupBody {...props} />
      </details>
    );
  }
  return (
    <section className="stack">
      {headline}
      <GroupBody {...props} />
    </section>
  );
}

function GroupHeadline({ group, level }: { group: Group; level: 1 | 2 }) {
  const speech = useSpeech();
  return (
    <Headline
      level={level}
      title={speech.tell(group.first.advice.title)}
      sentence={sentenceOf(group, speech)}
    />
  );
}

function GroupBody({ group, explanation, place, links, now, done, onTick, checklist }: GroupSectionProps) {
  const speech = useSpeech();
  const { t } = speech;
  const answer = useAnswer();
  const { first, addresses } = group;
  const level = place === 'only' ? 2 : 3;
  return (
    <div className="section">
      <div className="stack">
        {addresses.length > 1 && <AddressLine addresses={addresses} />}
        <WhoActs who={first.advice.whoActs} />
        {first.confidence === 'low' && <p className="quiet">{t('engine.confidence.low')}</p>}
        <NewAccount group={group} onNew={answer.onNew} />
      </div>
      <Steps
        group={group}
        level={level}
        whoActs={first.advice.whoActs}
        links={links}
        done={(step) => done(group, step)}
        onTick={(step, ticked) => onTick(group, step, ticked)}
        text={() => checklist([group])}
      />
      <Needless needless={first.advice.needless} />
      <Messages messages={messagesOf(answer, group, speech)} onOpen={answer.onOpenMail} />
      <Resend group={group} level={level} links={links} now={now} />
      <Evidence recipient={first} reportingMta={explanation.reportingMta} asked={answer.asked} />
    </div>
  );
}

/** The first few addresses; all of them stand beside the resend. */
function AddressLine({ addresses }: { addresses: readonly string[] }) {
  const { t, list } = useSpeech();
  const shown = addresses.slice(0, 3);
  const more = addresses.length - shown.length;
  const rest = more > 0 ? [t('help.facts.more', { count: String(more) })] : [];
  return <p className="mail">{list([...shown, ...rest])}</p>;
}
