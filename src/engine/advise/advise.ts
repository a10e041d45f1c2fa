/** cause + context → who acts, the steps in order, when to send again, all of one mind. Texts by key. */
import type { Resend, WhoActs } from '../../knowledge/records';
import type { Context } from '../context';
import type { Diagnosis } from '../diagnose/diagnose';
import type { Advice, Kind, Text, Trust } from '../explanation';
import { meaningOf, type Meaning, sendsAgain } from '../meaning';
import { MAIL_ADMIN, needlessSteps, stepsFor } from './steps';
import { isWarned, warningSteps } from './warning';

export interface Case {
  address: string | null;
  /** To whom the mail was sent, where an alias led to the address: the one that is enrolled. */
  alias: string | null;
  kind: Kind;
  diagnosis: Diagnosis;
  trust: Trust;
  /** When the bounce was made, ISO 8601. */
  bouncedAt: string | null;
  /** Until when the server keeps trying, ISO 8601. */
  tryingUntil: string | null;
  /** Is it a passing refusal by itself, so that the server may still be trying? */
  mayGoOn?: boolean;
}

const HOUR = 3_600_000;

export function advise(one: Case, context: Context): Advice {
  const cause = meaningOf(one.diagnosis.cause, one.diagnosis.variant);
  const values = valuesOf(one);
  const text = (name: string): Text => ({ key: `${cause.key}.${name}`, values });
  const again = resend(cause, one, context, values);
  const whoActs = whoActsNow(cause, one, again.verdict);
  const isWarning = isWarned(one.trust);
  return {
    whoActs,
    title: text('title'),
    sentence: text('sentence'),
    steps: isWarning
      ? warningSteps(one.trust)
      : stepsFor({
          cause,
          one,
          values,
          whoActs,
          verdict: again.verdict,
          mayBeFake: one.trust.verdict !== 'genuine' && context.isReal !== true,
        }),
    needless: isWarning ? [] : needlessSteps(cause, one),
    messages: isWarning || whoActs === 'nobody' ? [] : messagesOf(cause, one),
    resend: again,
    removeAddress: { verdict: cause.removeAddress, text: text('removeAddress') },
  };
}

function valuesOf({ address, diagnosis }: Case): Record<string, string> {
  return {
    address: address ?? '',
    domain: address?.slice(address.lastIndexOf('@') + 1) ?? '',
    provider: diagnosis.provider?.name ?? '',
    smtpServer: diagnosis.smtpServer ?? '',
  };
}

/** A person's mailbox at a public provider has no mail admin who could be asked. */
const insteadOfAdmin = (cause: Meaning): WhoActs =>
  cause.steps.find((step) => step.who !== MAIL_ADMIN && !step.when && !sendsAgain(step))?.who ??
  'recipient-user';

const messagesOf = (cause: Meaning, { diagnosis }: Case) =>
  cause.messages.filter((id) => !(diagnosis.isPersonal && id === 'mail-admin'));

/** Who acts first, now: the actor of the first step of today. */
function whoActsNow(cause: Meaning, { kind, diagnosis, trust }: Case, verdict: Resend): WhoActs {
  if (isWarned(trust)) return 'platform-admin';
  const said = cause.saysWhoActs ? cause.whoActs : (diagnosis.whoActs ?? cause.whoActs);
  const usual = diagnosis.isPersonal && said === MAIL_ADMIN ? insteadOfAdmin(cause) : said;
  // Who still tries needs nobody, unless what stops it does not pass by itself.
  if (kind === 'delay') return cause.resend === 'after-fix' ? usual : 'nobody';
  return verdict === 'now' ? 'platform-admin' : usual;
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
  if (isWarned(trust)) return answer('do-not', `engine.trustDetail.${trust.verdict}`);
  if (kind === 'delay') return answer('not-needed', 'help.resendText.delay');
  const words = `${cause.key}.resend`;
  if (cause.resend !== 'wait' || cause.waitHours === null || bouncedAt === null)
    return answer(cause.resend, words);
  const notBefore = new Date(Date.parse(bouncedAt) + cause.waitHours * HOUR).toISOString();
  return now !== undefined && Date.parse(now) >= Date.parse(notBefore)
    ? answer('now', 'help.resendText.wait-over')
    : answer('wait', words, notBefore);
}
