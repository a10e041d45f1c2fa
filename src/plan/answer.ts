/** Explanation → Answer: the plans of a message. */
import {
  type Advice,
  CONFIRM_STEP,
  type Explanation,
  isWarned,
  type Kind,
  saidOfAll,
  sizesOfAll,
  type Step,
  type Text,
} from '../engine';
import { factsOf } from './facts';
import { type Group, type GroupStep, groupRecipients } from './groups';
import {
  type Answer,
  type Done,
  emptyPlan,
  plain,
  type Plan,
  type PlanStep,
  type Verdict,
  verdictNow,
  whoActs,
} from './plan';
import { otherKind } from './other-kinds';
import { warning } from './warning';

const NOTHING_DONE: Done = () => false;

/** Kinds whose recipients need help. */
const TROUBLED: ReadonlySet<Kind> = new Set<Kind>(['failure', 'delay']);

/**
 * The plans of a message.
 *
 * @param done which steps are ticked: with them who acts and the verdict go on
 * @example
 * const { whole } = answerOf(await explain('552 5.2.2 <jo@company.example>: mailbox full'));
 * whole.who; // 'recipient-user'
 */
export function answerOf(explanation: Explanation, done: Done = NOTHING_DONE): Answer {
  const only = (plan: Plan): Answer => ({ whole: plan, parts: [plan], arrived: [] });
  if (isWarned(explanation.trust)) return only(warning(explanation, done));
  if (!TROUBLED.has(explanation.kind)) return only(otherKind(explanation, done));
  const { groups, arrived: reached } = groupRecipients(explanation);
  const arrived = reached.flatMap(({ address }) => address ?? []);
  const [first, ...others] = groups.map((group) => planOf(group, explanation, done));
  if (!first) return { ...only(ofNobody(explanation)), arrived };
  if (others.length === 0) return { whole: first, parts: [first], arrived };
  const parts: [Plan, ...Plan[]] = [first, ...others];
  return { whole: several(parts, explanation), parts, arrived };
}

/** The bounce says that somebody failed, and not who. */
const ofNobody = (explanation: Explanation): Plan => ({
  ...emptyPlan(explanation, 'nobody'),
  tone: 'failed',
  title: plain(`engine.kind.${explanation.kind}`),
  cause: plain(`engine.kind.${explanation.kind}`),
  sentence: plain('panel.headline.nobody'),
});

/** Counts the causes, and how many of the addresses can be resent now. */
function several(parts: readonly Plan[], explanation: Explanation): Plan {
  const count = (some: readonly Plan[]) => some.reduce((sum, { recipients }) => sum + recipients.length, 0);
  const now = count(parts.filter(({ verdict }) => verdict?.kind === 'now'));
  const all = count(parts);
  const numbers = { count: String(all), causes: String(parts.length) };
  const sentence =
    now === 0 ? 'panel.several.noneNow' : now === all ? 'panel.several.allNow' : 'panel.several.someNow';
  return {
    ...emptyPlan(explanation, 'several'),
    tone: parts.some(({ tone }) => tone === 'failed') ? 'failed' : 'waiting',
    title: plain('panel.headline.several', numbers),
    cause: plain('panel.headline.several', numbers),
    sentence: plain(sentence, { count: String(now), rest: String(all - now) }),
    recipients: parts.flatMap(({ recipients }) => recipients),
    facts: factsOf(explanation, null),
  };
}

function planOf(group: Group, explanation: Explanation, done: Done): Plan {
  const { first, recipients, addresses } = group;
  const { advice } = first;
  const text = saidOfAll(recipients);
  const step = (one: GroupStep): PlanStep => ({
    ...one,
    act: one.resend ? 'resend' : 'do',
    text: text(one.text),
    until: null,
    done: done(group.id, one.id),
  });
  const steps = group.steps.map(step);
  const isConfirm = ({ id }: Step | PlanStep) => id === CONFIRM_STEP;
  const of = (when: Step['when']) => steps.filter((one) => one.when === when && !isConfirm(one));
  const base = advice.resend.verdict;
  const cause = plain(advice.title.key, advice.title.values);
  const waits: PlanStep = {
    ...waitStep(text(advice.resend.text), advice.resend.notBefore),
    done: done(group.id, WAIT_STEP),
  };
  const today = of('today').flatMap((one) =>
    one.act === 'resend' && base === 'wait' ? [waits, one] : [one],
  );
  const verdict = verdictOf(first.advice);
  return {
    id: group.id,
    tone: first.action === 'delayed' ? 'waiting' : 'failed',
    title: first.action === 'delayed' ? plain('engine.kind.delay') : cause,
    cause,
    addresses,
    sentence: text(advice.sentence),
    sizes: sizesOfAll(recipients),
    who: whoActs(today),
    verdict: verdictNow(verdict, today),
    confirm: steps.find(isConfirm) ?? null,
    today,
    ifAgain: of('again'),
    later: of('later'),
    needless: advice.needless.map((one) => one.text),
    resend: { text: text(advice.resend.text), tryingUntil: advice.resend.tryingUntil },
    removal: advice.removeAddress.verdict === 'no' ? null : text(advice.removeAddress.text),
    reasons: [],
    facts: factsOf(explanation, first),
    recipients,
    messages: advice.messages,
  };
}

/** The engine's words for a wait that is over: time alone has passed. */
const WAIT_OVER = 'help.resendText.wait-over';

function verdictOf({ resend: { verdict, notBefore, text } }: Advice): Verdict {
  if (verdict === 'wait') return { kind: verdict, until: notBefore };
  return verdict === 'now' ? { kind: verdict, once: text.key === WAIT_OVER } : { kind: verdict };
}

const WAIT_STEP = 'wait';

/** The wait before a resend: until when, or in words where nobody can name a time. */
const waitStep = (words: Text, until: string | null): Omit<PlanStep, 'done'> => ({
  id: WAIT_STEP,
  act: 'wait',
  platformStep: null,
  who: 'nobody',
  when: 'today',
  resend: false,
  text: until === null ? words : plain('engine.resend.wait'),
  until,
  link: null,
  how: [],
  onlyFor: null,
});
