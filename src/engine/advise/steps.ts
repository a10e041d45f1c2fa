/** The steps of an answer in the order in which they are done: those of today first, the resend last of these. */
import type { CauseStep, HandlingStepId, Resend, TaskId, WhoActs } from '../../knowledge/records';
import { CONFIRM_STEP, type Advice, type Step } from '../explanation';
import type { Case } from './advise';
import { handlingOf, type Meaning, sendsAgain } from '../meaning';
import { isOfPlatform } from './links';
import { ON_SENDING_SIDE } from './sides';
import { isUnmanned } from './unmanned';

/** Whom a person's mailbox at a public provider does not have. */
export const MAIL_ADMIN: WhoActs = 'recipient-admin';
/** Tasks that need no console of the recipient's: pages of the platform, commands of any computer. */
export const WITHOUT_CONSOLE: ReadonlySet<string> = new Set([
  'auto-enrol',
  'mx-record',
  'reach-server',
  'reach-smtp-server',
  'resend-training',
  'sending-report',
  'smtp-settings',
  'target-users',
]);
/** A task, and the link to the page where it is done: the platform's address of it is not known, a deployer's may be. */
const SMTP_SETTINGS = 'smtp-settings';

export interface StepsAbout {
  cause: Meaning;
  one: Case;
  /** What fills the placeholders of the texts. */
  values: Record<string, string>;
  whoActs: WhoActs;
  verdict: Resend;
  /** May the bounce be a fake, as far as is known? */
  mayBeFake: boolean;
}

export function stepsFor(about: StepsAbout): Step[] {
  const all = allOf(about);
  const steps = toldOnce(inOrder(all, about));
  const loosening = new Set(all.filter(loosens).map(({ id }) => id));
  // An email sent under our address by a way that is not ours may not be ours: asked before all else.
  const at = isUnconfirmed(about.one) ? 0 : steps.findIndex(({ id }) => loosening.has(id));
  const when = steps[at]?.when;
  if (!about.mayBeFake || when === undefined) return steps;
  const start = steps.findIndex((step) => step.when === when);
  return [...steps.slice(0, start), { ...CONFIRM, when }, ...steps.slice(start)];
}

/** How a task is done is told at the first step that has it. */
function toldOnce(steps: readonly Step[]): Step[] {
  const told = new Set<TaskId>();
  return steps.map((step) => {
    const how = step.how.filter((task) => !told.has(task));
    for (const task of how) told.add(task);
    return { ...step, how };
  });
}

const isUnconfirmed = ({ trust }: Case) => trust.signals.some(({ id }) => id === 'original-unconfirmed');

/** Told before a step that would let more mail in, where the bounce may be a fake. */
const CONFIRM: Omit<Step, 'when'> = {
  id: CONFIRM_STEP,
  platformStep: null,
  who: 'platform-admin',
  resend: false,
  text: { key: 'help.confirmReal', values: {} },
  link: null,
  how: [],
};

const loosens = (step: CauseStep) => (step.platform ? handlingOf(step)?.loosens : step.loosens) ?? false;

/** The cause's steps, and those that the row that decided adds to them. */
function allOf({ cause, one, verdict }: StepsAbout): CauseStep[] {
  const more = one.diagnosis.steps.filter((id) => cause.steps.every((step) => step.id !== id));
  return [...cause.steps, ...more.map(byPlatform)].filter(
    (step) => reasonAgainst(step, one) === null && !(sendsAgain(step) && NO_RESEND.has(verdict)),
  );
}

function inOrder(steps: readonly CauseStep[], { cause, one, values, whoActs, verdict }: StepsAbout): Step[] {
  const enrolled = one.alias === null ? values : { ...values, address: one.alias };
  const all = steps.map((step) => toStep(step, cause, sendsAgain(step) ? enrolled : values, one));
  const today = all.filter(({ when }) => when === 'today');
  const sending = today.filter(({ resend }) => resend);
  const curing = today.filter(({ resend }) => !resend);
  const own = whoActs === 'nobody' || verdict === 'now' ? [] : stepsOf(whoActs, curing, sending);
  // Where nobody has anything to do, or the wait is over, or somebody else acts: what could be done comes after.
  const rest = curing.filter((step) => !own.includes(step)).map((step): Step => ({ ...step, when: 'again' }));
  const others = all.filter(({ when }) => when !== 'today');
  return [
    ...own,
    ...sending,
    ...rest,
    ...others.filter(({ when }) => when === 'again'),
    ...others.filter(({ when }) => when === 'later'),
  ];
}

/** The steps of today, beginning with one for who acts; where the cause has none for them, with a general one. */
function stepsOf(whoActs: WhoActs, curing: readonly Step[], sending: readonly Step[]): Step[] {
  const [first] = curing.length > 0 ? curing : sending;
  if (first?.who === whoActs) return [...curing];
  const theirs = curing.find(({ who }) => who === whoActs);
  return theirs ? [theirs, ...curing.filter((step) => step !== theirs)] : [firstStepOf(whoActs)];
}

const firstStepOf = (who: WhoActs): Step => ({
  id: `first-${who}`,
  platformStep: null,
  who,
  when: 'today',
  resend: false,
  text: { key: `help.firstStep.${who}`, values: {} },
  link: null,
  how: [],
});

/** Pages of the platform are nothing to them. */
const HAVE_NO_ACCOUNT: ReadonlySet<WhoActs> = new Set<WhoActs>([
  'recipient-admin',
  'recipient-user',
  'network-team',
]);

const NO_RESEND: ReadonlySet<Resend> = new Set<Resend>(['do-not', 'not-needed']);

function toStep(
  step: CauseStep,
  cause: Meaning,
  values: Record<string, string>,
  { diagnosis: { isPersonal }, mayGoOn = false }: Case,
): Step {
  const { id, who, platform, link, when, how } = step;
  const known = handlingOf(step);
  const tasks = how ?? known?.how ?? [];
  const place = link ?? known?.link ?? (tasks.includes(SMTP_SETTINGS) ? SMTP_SETTINGS : null);
  return {
    id,
    platformStep: platform ? (id as HandlingStepId) : null,
    who,
    when: when ?? 'today',
    resend: sendsAgain(step),
    text: {
      key: !platform
        ? `${cause.key}.steps.${id}`
        : mayGoOn && sendsAgain(step)
          ? 'help.resendText.if-missing'
          : `help.handling.${id}`,
      values,
    },
    link: place !== null && HAVE_NO_ACCOUNT.has(who) && isOfPlatform(place) ? null : place,
    how: isPersonal && !ON_SENDING_SIDE.has(who) ? tasks.filter((task) => WITHOUT_CONSOLE.has(task)) : tasks,
  };
}

const byPlatform = (id: HandlingStepId): CauseStep => ({ id, who: 'platform-admin', platform: true });

/** Why a step of the cause is left out for this recipient; null where it is not. */
function reasonAgainst(step: CauseStep, { kind, address, diagnosis }: Case): string | null {
  // What is still being delivered is not sent again.
  if (kind === 'delay' && sendsAgain(step)) return 'still-tried';
  if (diagnosis.isPersonal && step.who === MAIL_ADMIN) return 'no-admin';
  return step.onlyUnmanned && (address === null || !isUnmanned(address)) ? 'not-unmanned' : null;
}

/** Handling steps of the platform that do not help here, with the reason. */
export function needlessSteps(cause: Meaning, one: Case): Advice['needless'] {
  const leftOut = cause.steps.flatMap((step) => {
    const reason = step.platform ? reasonAgainst(step, one) : null;
    return reason === null ? [] : [{ step: step.id as HandlingStepId, reason }];
  });
  return [...cause.needless, ...leftOut].map(({ step, reason }) => ({
    platformStep: step,
    text: { key: `help.needless.${reason}`, values: {} },
  }));
}
