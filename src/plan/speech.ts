/** An answer's texts in one language. */
import { listOf, moment, say, showInSentence, type Text, type Words } from '../engine';
import type { PlanStep, PlanText, Verdict } from './plan';

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
  tell(text: Text | PlanText): string;
}

/**
 * Texts in one language.
 * @param region of dates: the reader's own, `de-AT`
 * @param inUtc for a reader who may sit anywhere
 */
export function speechIn(words: Words, region: string = words.language, inUtc = false): Speech {
  const t = (key: string, values: Record<string, string> = {}) => {
    const safe = Object.entries(values).map(([name, value]) => [name, showInSentence(value)] as const);
    return say(words, { key, values: Object.fromEntries(safe) });
  };
  const [spoken] = words.language.split('-');
  const locale = region.split('-')[0] === spoken && isLocale(region) ? region : words.language;
  return {
    words,
    locale,
    t,
    list: (values) =>
      listOf(
        values.map((value) => showInSentence(value)),
        words.language,
      ),
    time: (iso) => moment(iso, locale, { inUtc }),
    tell: (text) => {
      const { key, values } = text;
      const several = 'several' in text && text.several && 'address' in values;
      return t(key, several ? { ...values, address: t('engine.fallback.addresses') } : values);
    },
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
