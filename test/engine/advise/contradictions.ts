/** What in one answer cannot both be true. */
import {
  CONFIRM_STEP,
  type Explanation,
  type RecipientExplanation,
  say,
  type Step,
} from '../../../src/engine';
import { asksOwnAdmin } from '../../../src/engine/diagnose/variant';
import { personalProviderOf } from '../../../src/engine/diagnose/whose-mailbox';
import { gateways } from '../../../src/knowledge/generated/gateways';
import { systems as common } from '../../../src/knowledge/generated/help';
import type { Words } from '../../../src/knowledge/records';

const systems = [...common, ...gateways];

/** Can it be done now? A resend that has to wait cannot. Whether the bounce is real is asked before all else. */
const openSteps = ({ steps, resend }: RecipientExplanation['advice']): Step[] =>
  steps.filter(
    ({ id, when, resend: sends }) =>
      when === 'today' && id !== CONFIRM_STEP && !(sends && resend.verdict === 'wait'),
  );

const WITHOUT_RESEND = new Set(['do-not', 'not-needed']);
const ARRIVED = new Set(['delivered', 'relayed', 'expanded']);
/** What refuses by a rule, or by a list of who may send, asks no allow-list. */
const EXCEPTIONS = new Set(['add-exception', 'permit-sender']);
const ALLOW_LISTING = 'B1';
/** A loop, a demand for encryption, a missing domain: no firewall is in the way. */
const REACHED = new Set(['routing-loop', 'tls-required', 'domain-not-found']);
const NETWORK_CHECK = 'B4';

/** Products with a console of the recipient's organization; the platform's pages and any computer's commands are none. */
const CONSOLES = new Set(
  systems
    .filter(({ system }) => system !== 'platform' && system !== 'windows')
    .flatMap(({ tasks }) => tasks.map(({ task }) => task)),
);
/** Tasks that some console has, and any computer as well. */
const ANYWHERE = new Set(
  systems.filter(({ system }) => system === 'windows').flatMap(({ tasks }) => tasks.map(({ task }) => task)),
);
const ON_SENDING_SIDE = new Set(['sender-admin', 'message-author']);
const isInConsole = ({ who, how }: Step): boolean =>
  !ON_SENDING_SIDE.has(who) && how.some((task) => CONSOLES.has(task) && !ANYWHERE.has(task));

/**
 * @param words English ones
 * @returns a sentence for each contradiction, naming the cause
 */
export function contradictionsOf({ kind, trust, recipients }: Explanation, words: Words): string[] {
  return recipients.flatMap((recipient) => {
    const { advice, action, cause, variant } = recipient;
    const { whoActs, resend, steps, messages } = advice;
    const [first] = openSteps(advice);
    const today = steps.filter(({ when }) => when === 'today');
    const ids = steps.map(({ id }) => id);
    const sends = today.filter((step) => step.resend);
    const isTried = kind === 'delay' || action === 'delayed';
    // Where one's own organization refused a forward to it, its mail admin is asked.
    const isPersonal = personalProviderOf(recipient.address) !== null && !asksOwnAdmin(cause, variant);
    const rules: [wrong: boolean, what: string][] = [
      [first !== undefined && whoActs === 'nobody', 'nobody acts, but there is a step to do'],
      [
        first !== undefined && first.who !== whoActs,
        `${whoActs} acts, but the first step is ${first?.who}'s`,
      ],
      [first === undefined && whoActs !== 'nobody', `${whoActs} acts, but has no step`],
      [
        (resend.verdict === 'now') !== (first?.resend ?? false),
        'the verdict "now" and the first step differ',
      ],
      [
        WITHOUT_RESEND.has(resend.verdict) && steps.some((step) => step.resend),
        'no resend, but a step resends',
      ],
      [sends.length > 1, 'it is sent again twice'],
      [sends.length > 0 && today.at(-1) !== sends[0], 'the resend is not the last step of today'],
      [new Set(ids).size < ids.length, 'a step is there twice'],
      [ARRIVED.has(action) && resend.verdict !== 'not-needed', 'it arrived, and is to be sent again'],
      [
        isTried && resend.verdict !== 'not-needed' && resend.verdict !== 'do-not',
        'it is still tried, and is to be sent again',
      ],
      [
        resend.verdict === 'wait' &&
          today.some((step) => !step.resend && say(words, step.text).startsWith('Wait')),
        'the wait is a step twice',
      ],
      [
        isPersonal && (messages.includes('mail-admin') || steps.some(({ who }) => who === 'recipient-admin')),
        'a private mailbox, and its mail admin acts',
      ],
      [isPersonal && steps.some(isInConsole), 'a private mailbox, and a console'],
      [
        (trust.verdict === 'suspicious' || trust.verdict === 'backscatter') && resend.verdict !== 'do-not',
        'not to be trusted, but to be resent',
      ],
      [
        today.some(({ id }) => EXCEPTIONS.has(id)) && today.some(({ id }) => id === ALLOW_LISTING),
        'an allow-list does not override it, and is to be changed today',
      ],
      [
        REACHED.has(cause) && today.some(({ id }) => id === NETWORK_CHECK),
        'no firewall is in the way, and is to be checked today',
      ],
      [whoActs === 'nobody' && messages.length > 0, 'nobody acts, but somebody is written to'],
    ];
    const name = [cause, variant].filter(Boolean).join('.');
    return rules.flatMap(([wrong, what]) => (wrong ? [`${name}, ${kind}, ${action}: ${what}`] : []));
  });
}
