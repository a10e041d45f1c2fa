import { ENROLMENTS } from '../../engine';
import { tellAddresses } from '../../plan/announce';
import { type Answer, highlighted, type Plan } from '../../plan/plan';
import { tellStep } from '../../plan/speech';
import { useAnswer } from '../answer-context';
import { useSpeech } from '../../parts/speech';
import { AddressLine } from './AddressLine';
import { Card, Sentence, Turn } from './Card';
import { CardActions, ResendButton } from './CardActions';
import { CopyMarkdown } from './CopyMarkdown';
import { Fold } from '../../parts/Fold';
import { PlanBody } from './PlanBody';
import { ToneIcon } from './ToneIcon';
import { VerdictBadge } from './VerdictBadge';

/** With more causes than this, a row has two lines only, so that seven of them are seen at once. */
const FEW = 4;

/** A row for each cause, with how many it is about, the verdict and who acts; opened in place. */
export function SeveralCauses({ answer: { whole, parts } }: { answer: Answer }) {
  const { t } = useSpeech();
  const { links } = useAnswer();
  const due = parts.filter(({ verdict }) => verdict?.kind === 'now');
  const count = due.reduce((sum, { recipients }) => sum + recipients.length, 0);
  const enrolments = links(
    ENROLMENTS,
    due.flatMap(({ addresses }) => addresses),
  );
  const resend =
    count > 0 && enrolments ? (
      <ResendButton url={enrolments} label={t('panel.several.resend', { count: String(count) })} />
    ) : null;
  return (
    <>
      <Card plan={whole}>
        {resend && <div>{resend}</div>}
        <CardActions plan={whole} plans={parts} copyLabel={t('panel.copy.all')} isSecond={resend !== null} />
      </Card>
      <div className="causes">
        {parts.map((plan) => (
          <Fold
            key={rowOf(plan, parts)}
            className="cause"
            level={2}
            asRow
            title={<CauseRow plan={plan} isShort={parts.length > FEW} />}
          >
            <div className="card">
              <AddressLine plan={plan} />
              <p className="mail">
                <Sentence plan={plan} />
              </p>
              <Turn plan={plan} />
              <CardActions plan={plan} isSecond />
            </div>
            <PlanBody plan={plan} level={3} />
          </Fold>
        ))}
      </div>
      <div className="aside">
        <CopyMarkdown plans={parts} />
      </div>
    </>
  );
}

/** By whom it is about: said to be new, they get another cause, and what was open stays open. */
function rowOf(plan: Plan, parts: readonly Plan[]): string {
  const [address] = plan.addresses;
  // The same address may have failed twice, for two causes.
  const isFirst = parts.find(({ addresses }) => addresses[0] === address) === plan;
  return address !== undefined && isFirst ? address : plan.id;
}

/** What, how many; the verdict, whose turn; whom; where there is room, the step that is next. */
function CauseRow({ plan, isShort }: { plan: Plan; isShort: boolean }) {
  const speech = useSpeech();
  const { t, tell } = speech;
  const { title, recipients, verdict, who, tone } = plan;
  const next = highlighted(plan);
  const whose = who === null ? [] : [t(`engine.who.${who}`)];
  const about = plan.addresses.length > 0 ? [tellAddresses(plan, speech)] : [];
  return (
    <span className={isShort ? 'cause-row cause-row-short' : 'cause-row'}>
      <span className="cause-title">
        <ToneIcon tone={tone} />
        <span className="strong mail">{tell(title)}</span>
        {recipients.length > 1 && (
          <span className="cause-count quiet">
            {t('panel.several.times', { count: String(recipients.length) })}
          </span>
        )}
      </span>
      <span className="cause-turn quiet">
        {verdict && <VerdictBadge verdict={verdict} />} <span className="cause-line">{whose.join('')}</span>{' '}
        {isShort && <bdi className="cause-line">{about.join('')}</bdi>}
      </span>
      {!isShort && <span className="cause-line quiet">{about.join('')}</span>}
      {!isShort && next && <span className="cause-line">{tellStep(next, speech)}</span>}
    </span>
  );
}
