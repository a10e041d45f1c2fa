/** What a screen reader says of an answer: the same as the card, in the same order. */
import { type Answer, isFinished, type Plan } from './plan';
import { type Speech, tellVerdict } from './speech';

/** More addresses than this are only counted: a screen reader would read hundreds to the end. */
const MAX_SAID = 2;

/** @param asked in the place of what happened, where the reader is asked about it first */
export function announce({ whole }: Answer, speech: Speech, asked?: readonly string[]): string {
  const { t, tell } = speech;
  const { title, sentence, who, verdict } = whole;
  const parts = [
    ...(asked ?? [tell(title), tell(sentence)]),
    ...(who === null
      ? []
      : [t('engine.labelled', { name: t('panel.card.who'), value: t(`engine.who.${who}`) })]),
    ...(verdict === null
      ? []
      : [t('engine.labelled', { name: t('panel.card.resend'), value: tellVerdict(verdict, speech) })]),
    ...(isFinished(whole) ? [t('panel.card.finished')] : []),
  ];
  return parts.map((part) => (/[.!?؟。…]$/.test(part) ? part : `${part}.`)).join(' ');
}

/** The first addresses, and how many more there are. */
export function tellAddresses(
  { addresses, unlisted = 0 }: Pick<Plan, 'addresses' | 'unlisted'>,
  speech: Speech,
  most = MAX_SAID,
): string {
  const shown = addresses.slice(0, most);
  const more = addresses.length - shown.length + unlisted;
  return speech.list(more === 0 ? shown : [...shown, speech.t('help.facts.more', { count: String(more) })]);
}
