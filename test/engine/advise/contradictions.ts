/** What in one answer cannot both be true. */
import { CONFIRM_STEP, type Explanation, type RecipientExplanation, type Step } from '../../../src/engine';

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

/** @returns a sentence for each contradiction, naming the cause */
export function contradictionsOf({ kind, trust, recipients }: Explanation): string[] {
  return recipients.flatMap((recipient) => {
    const { advice, action, cause, variant } = recipient;
    const { whoActs, resend, steps, messages } = advice;
    const [first] = openSteps(advice);
    const today = steps.filter(({ when }) => when === 'today');
    const ids = steps.map(({ id }) => id);
    const sends = today.filter((step) => step.resend);
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
      [kind === 'delay' && resend.verdict === 'now', 'it is still tried, and is to be sent again'],
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
