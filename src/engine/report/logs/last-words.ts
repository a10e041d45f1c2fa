/** Of several records about one recipient, what became of the mail in the end. */
import { hasCode } from '../codes';
import type { Finding } from '../finding';

/**
 * A log goes on: what was deferred is delivered an hour later, or given up a day later. The last record that says
 * what became of a mail counts; one that does not say it counts where there is no other.
 * @param records in the order of the log
 * @returns one a recipient, in the order in which they come; those without an address as they are
 */
export function lastWords(records: readonly Finding[]): Finding[] {
  const byAddress = new Map<string, Finding>();
  const nameless: Finding[] = [];
  for (const one of records) {
    if (one.address === null) nameless.push(one);
    else if (saysMore(one, byAddress.get(one.address))) byAddress.set(one.address, one);
  }
  return [...byAddress.values(), ...nameless];
}

const saysMore = (later: Finding, known: Finding | undefined) =>
  later.action !== null || !known || (known.action === null && !hasCode(known));
