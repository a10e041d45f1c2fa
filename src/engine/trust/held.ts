/**
 * A message dressed as a bounce that reports nothing: no failed address, no answer of a server, nothing that came
 * back, but a link. Told by what it has, in any language, since a hacked account passes every check.
 */
import type { Message } from '../mail/message';
import type { Report } from '../report/read-report';
import { recipientsOf } from './ours';
import type { Signals } from './signals';

/**
 * @param text its own words
 * @param leadsElsewhere does a link lead to somebody who is neither known nor the sender?
 */
export function readHeld(
  message: Message,
  text: string,
  { recipients }: Report,
  signals: Signals,
  leadsElsewhere: boolean,
): void {
  const own = recipientsOf(message);
  const others = recipients.some(({ address }) => address !== null && !own.includes(address.toLowerCase()));
  if (others) return;
  signals.note('reports-nothing');
  if (!signals.has('foreign-links')) return;
  if (leadsElsewhere && signals.has('sender-unrelated')) signals.note('link-without-report');
  const words = text.toLowerCase();
  const named = own.find((address) => words.includes(address));
  if (named !== undefined) signals.note('own-mail-held', named);
}
