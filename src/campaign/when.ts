/**
 * Times as logs and exports write them → ISO 8601 UTC. Who names no zone is taken to write UTC, so that the same file
 * gives the same rows on every machine.
 *
 *     2026-11-23T09:12:00.214Z   2026-11-23 9:12:00 AM   1791011022   11/23/2026 9:12:00 AM   23.11.2026 09:12   Nov 23 09:12:00
 *     23-Nov-2026 09:12   /Date(1791011022000)/ (PowerShell)   @400000006ac0a8d81e8bd1dc (qmail's TAI64N)
 */
const ISO =
  /^\W{0,3}(\d{4})[-/.](\d\d)[-/.](\d\d)(?:[T ,]{1,2}(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s?([AP])M\b)?\s?(Z|[+-]\d\d:?\d\d)?)?/i;
const EPOCH = /^\s*(?:\/Date\()?(\d{10})(\d{3})?(?:\.\d{1,9})?(?:\)\/)?\s*$/;
/** Seconds of TAI since 1970, in hexadecimal digits behind 2^62, then nanoseconds. */
const TAI64N = /^\s*@40000000([0-9a-f]{8})[0-9a-f]{8}(?![0-9a-f])/i;
/** What TAI was ahead of UTC in 1970; qmail counts no leap seconds. */
const TAI_AHEAD = 10;
const DAY_FIRST_OR_MONTH =
  /^\W{0,3}(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([AP])M\b)?)?/i;
const SYSLOG =
  /^\W{0,3}(?:[A-Z][a-z]{2},? )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d)(?: (\d{4}))?/;
const MAIL_DATE = /^\s*(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d/;
const NAMED_MONTH =
  /^\W{0,3}(\d{1,2})[- ]([A-Z][a-z]{2})[a-z]{0,6}[- ](\d{4})(?:,? (\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([AP])M\b)?)?/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Characters in which a time ends. */
const MAX_TIME = 60;
const DAY = 86_400_000;

/**
 * @param now ISO 8601: a time without a year is the last such day before it
 * @returns null where the text begins with no time
 */
export function timeIn(text: string, now?: string): string | null {
  const lead = text.slice(0, MAX_TIME);
  const iso = ISO.exec(lead);
  if (iso) {
    const [, year, month, day, hour, minute = '00', second = '00', fraction = '', half, zone = 'Z'] = iso;
    const hours = String(hoursOf(hour, half)).padStart(2, '0');
    return isoOf(
      Date.parse(
        `${year}-${month}-${day}T${hours}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}${zoneOf(zone)}`,
      ),
    );
  }
  const epoch = EPOCH.exec(lead);
  if (epoch) return isoOf(Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0));
  const tai = TAI64N.exec(lead)?.[1];
  if (tai !== undefined) return isoOf((parseInt(tai, 16) - TAI_AHEAD) * 1000);
  if (MAIL_DATE.test(lead)) return isoOf(Date.parse(zoned(lead)));
  const named = NAMED_MONTH.exec(lead);
  if (named) return ofNamed(named);
  const parts = DAY_FIRST_OR_MONTH.exec(lead);
  if (parts) return ofParts(parts);
  const syslog = SYSLOG.exec(lead);
  return syslog ? ofSyslog(syslog, now) : null;
}

const isoOf = (time: number): string | null => (Number.isNaN(time) ? null : new Date(time).toISOString());

/** @param half `A` or `P`, before noon or after it */
function hoursOf(hour = '0', half?: string): number {
  if (half === undefined) return Number(hour);
  return (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

const zoneOf = (zone: string) => (zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone);

const zoned = (text: string) => (/[+-]\d{4}|GMT|UTC|Z\b/.test(text) ? text : `${text.trim()} +0000`);

function ofNamed([, day, name = '', year, hour, minute = '0', seconds = '0', half]: RegExpExecArray) {
  const month = MONTHS.indexOf(name);
  const hours = hoursOf(hour, half);
  if (month < 0 || Number(day) > 31 || hours > 23) return null;
  return isoOf(Date.UTC(Number(year), month, Number(day), hours, Number(minute), Number(seconds)));
}

/** `11/23/2026` is written in America, `23.11.2026` and `23/11/2026` elsewhere. */
function ofParts([
  ,
  first = '',
  mark,
  second = '',
  year = '',
  hour,
  minute = '0',
  seconds = '0',
  half,
]: RegExpExecArray) {
  const isDayFirst = mark === '.' || Number(first) > 12;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  const hours = hoursOf(hour, half);
  if (Number(month) > 12 || Number(day) > 31 || hours > 23) return null;
  return isoOf(
    Date.UTC(Number(year), Number(month) - 1, Number(day), hours, Number(minute), Number(seconds)),
  );
}

function ofSyslog(
  [, name = '', day, hour, minute, second, written]: RegExpExecArray,
  now: string | undefined,
) {
  const month = MONTHS.indexOf(name);
  if (month < 0 || (written === undefined && now === undefined)) return null;
  const at = (year: number) =>
    Date.UTC(year, month, Number(day), Number(hour), Number(minute), Number(second));
  if (written !== undefined) return isoOf(at(Number(written)));
  const today = Date.parse(now ?? '');
  const year = new Date(today).getUTCFullYear();
  // A log may be of a machine whose clock is ahead.
  return isoOf(at(year) > today + DAY ? at(year - 1) : at(year));
}
