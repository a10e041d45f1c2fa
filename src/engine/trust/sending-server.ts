/** Which server a receiver would have to let in. Asked of genuine bounces only: others can name any server. */
import type { Context } from '../context';
import type { Reading } from '../reading';
import { borderOf } from './border';
import { oursOf, registrableDomain } from './ours';

/**
 * The server that handed the mail to the one that refused it: where that was another organisation's, the one that
 * reports; else whoever handed it to that organisation, by the returned mail's own lines.
 *
 * @returns `out1.example.com (192.0.2.1)`, or as much of it as is known
 */
export function sendingServerOf({ message, report, text }: Reading, context: Context): string | null {
  const ours = oursOf(context);
  const { reportingMta, recipients } = report;
  const refused = recipients[0]?.remoteMta ?? null;
  if (reportingMta === null || refused === null || isOfOne(reportingMta, refused)) {
    const { from } = borderOf(text.original, ours);
    return from && named(from.name, from.ip);
  }
  const { from } = borderOf(message.headers, ours);
  return named(reportingMta, from?.name && isOfOne(from.name, reportingMta) ? from.ip : null);
}

const isOfOne = (host: string, other: string) => registrableDomain(host) === registrableDomain(other);

const named = (name: string | null, ip: string | null): string | null =>
  name === null || ip === null ? (name ?? ip) : `${name} (${ip})`;
