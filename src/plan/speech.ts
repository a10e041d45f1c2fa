/** An answer's texts in one language. */
import { asTold, listOf, moment, say, showInSentence, type Text, type Words } from '../engine';
import type { PlanStep, Verdict } from './plan';

export interface Speech {
  words: Words;
  /** For dates: the reader's own region where it speaks the words' language. */
  locale: string;
  /** A text of the panel or the engine by its key. Values may come from mails: they are made safe here. */
  t(key: string, values?: Record<string, string>): string;
  /** Several values as one, for a text: each made safe, joined as the language does. */
  list(values: readonly string[]): string;
  /** A time, ISO 8601, in the reader's own form; null for none. */
  time(iso: string | null): string | null;
  /** A text that the engine or a plan named. */
  tell(text: Text): string;
  /** A sentence, as the reader tells it to others. */
  tellOthers(text: Text): string;
}

/**
 * Texts in one language.
 * @param region of dates: the reader's own, `de-AT`
 * @param inUtc for a reader who may sit anywhere
 */
export function speechIn(words: Words, region: string = words.language, inUtc = false): Speech {
  const [spoken] = words.language.split('-');
  const locale = region.split('-')[0] === spoken && isLocale(region) ? region : words.language;
  const tell = (text: Text) => {
    const safe = Object.entries(text.values).map(([name, value]) => [name, showInSentence(value)] as const);
    return say(words, { ...text, values: Object.fromEntries(safe) }, locale);
  };
  return {
    words,
    locale,
    t: (key, values = {}) => tell({ key, values }),
    list: (values) =>
      listOf(
        values.map((value) => showInSentence(value)),
        words.language,
      ),
    time: (iso) => moment(iso, locale, { inUtc }),
    tell,
    tellOthers: (text) => tell(asTold(words, text)),
  };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** A step; a wait names its time in the reader's own form. */
export const tellStep = ({ text, until }: PlanStep, { tell, t, time }: Speech): string =>
  until === null ? tell(text) : t(text.key, { time: time(until) ?? '' });

/** The verdict on resending, short enough for a badge. */
export function tellVerdict(verdict: Verdict, { t, time: timeOf }: Speech): string {
  if (verdict.kind === 'now' && verdict.once) return t('engine.resend.once');
  if (verdict.kind !== 'wait') return t(`engine.resend.${verdict.kind}`);
  const time = timeOf(verdict.until);
  return time === null ? t('engine.resend.wait-no-time') : t('engine.resend.wait', { time });
}
