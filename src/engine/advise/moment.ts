/** Moments, as people write them. */
import { directionOf } from './direction';
import { dateFormat } from './formats';

export interface MomentOptions {
  /** In UTC and with its name, for whoever may sit in another zone; else in the reader's own. */
  inUtc?: boolean;
  /** Without its year, where the place is narrow. */
  brief?: boolean;
  /** To the second, as logs are searched. */
  seconds?: boolean;
}

/** Marks that Intl puts between the numbers of a date: plain text and terminals have no use for them. */
const MARKS = /[\u061c\u200e\u200f]/g;

/**
 * @param iso ISO 8601
 * @param language BCP 47
 * @returns null for no moment
 */
export function moment(
  iso: string | null,
  language: string,
  { inUtc = false, seconds = false, brief = false }: MomentOptions = {},
): string | null {
  const date = iso === null ? null : new Date(iso);
  if (!date || Number.isNaN(date.getTime())) return null;
  const format = dateFormat(language, {
    ...(brief
      ? { month: 'short', day: 'numeric', hour: hourOf(language), minute: '2-digit' }
      : {
          // Day, month and year as mere numbers change their order where the writing turns; a month's name does not.
          dateStyle: directionOf(language) === 'rtl' ? 'long' : 'medium',
          timeStyle: seconds ? 'medium' : 'short',
        }),
    ...(inUtc ? { timeZone: 'UTC' } : {}),
  });
  const shown = format.format(date).replace(MARKS, '');
  return inUtc ? `${shown} UTC` : shown;
}

const EARLY = new Date(Date.UTC(2000, 0, 1, 9, 1));

/** `09:01` in German, `9:01 AM` in American English: as the language writes a time that stands alone. */
function hourOf(language: string): 'numeric' | '2-digit' {
  const parts = dateFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).formatToParts(EARLY);
  return parts.find(({ type }) => type === 'hour')?.value.length === 2 ? '2-digit' : 'numeric';
}
