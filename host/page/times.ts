const short = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

/** For the list: `23 Nov, 09:12`. */
export function shortTime(iso: string): string {
  return format(short, iso);
}

/** For the mail: `Monday 23 November 2026 at 09:12`. */
export function longTime(iso: string): string {
  return format(long, iso);
}

function format(style: Intl.DateTimeFormat, iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : style.format(time);
}
