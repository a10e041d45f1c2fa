/** cause + context → who acts, the steps in order, when to send again. Texts by key. */
import { handling } from '../../knowledge';
import type { CauseStep, HandlingStepId, Resend } from '../../knowledge/records';
import type { Context } from '../context';
import type { Diagnosis } from '../diagnose/diagnose';
import { CONFIRM_STEP, type Advice, type Kind, type Step, type Text, type Trust } from '../explanation';
import { meaningOf, type Meaning } from './meaning';
import { isUnmanned } from './unmanned';

export interface Case {
  address: string | null;
  kind: Kind;
  diagnosis: Diagnosis;
  trust: Trust;
  /** When the bounce was made, ISO 8601. */
  bouncedAt: string | null;
  /** Until when the server keeps trying, ISO 8601. */
  tryingUntil: string | null;
}

const handlingById = new Map<string, (typeof handling)[number]>(handling.map((step) => [step.id, step]));
const HOUR = 3_600_000;
/** The platform's step that sends again. */
const RESEND_STEP = 'B5';

export function advise(one: Case, context: Context): Advice {
  const cause = meaningOf(one.diagnosis.cause, one.diagnosis.variant);
  const values = valuesOf(one);
  const text = (name: string): Text => ({ key: `${cause.key}.${name}`, values });
  return {
    // While the server is still trying there is nothing to do but wait.
    whoActs:
      one.kind === 'delay'
        ? 'nobody'
        : cause.saysWhoActs
          ? cause.whoActs
          : (one.diagnosis.whoActs ?? cause.whoActs),
    title: text('title'),
    sentence: text('sentence'),
    steps: steps(cause, one, values, context),
    needless: needless(cause, one),
    messages: one.kind === 'delay' ? [] : cause.messages,
    resend: resend(cause, one, context, values),
    removeAddress: { verdict: cause.removeAddress, text: text('removeAddress') },
  };
}

function valuesOf({ address, diagnosis }: Case): Record<string, string> {
  return {
    address: address ?? '',
    domain: address?.slice(address.lastIndexOf('@') + 1) ?? '',
    provider: diagnosis.provider?.name ?? '',
  };
}

/** Told first where the bounce may be a fake and a step would let more mail in. */
const CONFIRM: Step = {
  id: CONFIRM_STEP,
  platformStep: null,
  who: 'platform-admin',
  later: false,
  text: { key: 'engine.confirmReal', values: {} },
  link: null,
  how: [],
};

function steps(
  cause: Meaning,
  one: Case,
  values: Record<string, string>,
  { isReal = false }: Context,
): Step[] {
  const more = one.diagnosis.steps.filter((id) => cause.steps.every((step) => step.id !== id));
  const given = [...cause.steps, ...more.map(byPlatform)].filter((step) => reasonAgainst(step, one) === null);
  const mayBeFake = one.trust.verdict !== 'genuine' && !isReal;
  const confirm = mayBeFake && given.some(loosens) ? [CONFIRM] : [];
  const told = given.map(({ id, who, platform, link, later, how }) => ({
    id,
    platformStep: platform ? (id as HandlingStepId) : null,
    who,
    later: later ?? false,
    text: { key: platform ? `engine.handling.${id}` : `${cause.key}.steps.${id}`, values },
    link: link ?? (platform ? handlingById.get(id)?.link : null) ?? null,
    how: (platform ? handlingById.get(id)?.how : how) ?? [],
  }));
  return [...confirm, ...told];
}

const loosens = ({ id, loosens: own, platform }: CauseStep) =>
  (platform ? handlingById.get(id)?.loosens : own) ?? false;

const byPlatform = (id: HandlingStepId): CauseStep => ({ id, who: 'platform-admin', platform: true });

/** Why a step of the cause is left out for this recipient; null where it is not. */
function reasonAgainst({ id, onlyUnmanned }: CauseStep, { kind, address }: Case): string | null {
  // What is still being delivered is not sent again.
  if (kind === 'delay' && id === RESEND_STEP) return 'still-tried';
  return onlyUnmanned && (address === null || !isUnmanned(address)) ? 'not-unmanned' : null;
}

function needless(cause: Meaning, one: Case): Advice['needless'] {
  const leftOut = cause.steps.flatMap((step) => {
    const reason = step.platform ? reasonAgainst(step, one) : null;
    return reason === null ? [] : [{ step: step.id as HandlingStepId, reason }];
  });
  return [...cause.needless, ...leftOut].map(({ step, reason }) => ({
    platformStep: step,
    text: { key: `help.needless.${reason}`, values: {} },
  }));
}

function resend(
  cause: Meaning,
  { kind, trust, bouncedAt, tryingUntil }: Case,
  { now }: Context,
  values: Record<string, string>,
): Advice['resend'] {
  const answer = (verdict: Resend, key: string, notBefore: string | null = null) => ({
    verdict,
    notBefore,
    tryingUntil: kind === 'delay' ? tryingUntil : null,
    text: { key, values },
  });
  if (trust.verdict === 'suspicious' || trust.verdict === 'backscatter')
    return answer('do-not', `engine.trustDetail.${trust.verdict}`);
  if (kind === 'delay') return answer('not-needed', 'engine.resendText.delay');
  const words = `${cause.key}.resend`;
  if (cause.resend !== 'wait' || cause.waitHours === null || bouncedAt === null)
    return answer(cause.resend, words);
  const notBefore = new Date(Date.parse(bouncedAt) + cause.waitHours * HOUR).toISOString();
  return now !== undefined && Date.parse(now) >= Date.parse(notBefore)
    ? answer('now', 'engine.resendText.wait-over')
    : answer('wait', words, notBefore);
}
