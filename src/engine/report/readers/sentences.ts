/**
 * The address inside a sentence or behind a label, with the reason after it or below:
 *
 *     Unable to deliver message to: <user@example.com>
 *     undeliverable to user@example.com
 *     Recipient: <user@example.com>
 *     RCPT TO: user@example.com
 *     There was an error delivering your mail to <user@example.com>.
 *     Could not be delivered to: <user@example.com>
 */
import { findAddress, trimAddress } from '../addresses';
import { readCodes } from '../codes';
import { finding, type Reader } from '../finding';
import { hostIn } from '../hosts';

const LEADS =
  /(?:undeliverable\s{1,3}to|(?:un)?able to deliver[^<@]{0,60}\bto|deliver(?:ed|y|ing)?[^<@]{0,60}\b(?:to|for)|recipients?[^<@]{0,60}|rcpt to|wasn't delivered to|couldn't be delivered to|message to|mail to|not reach[^<@]{0,60}|failed[^<@]{0,60}|rejected[^<@]{0,30}|bounced[^<@]{0,30}|allowed size|delivery failure[^<@]{0,60}|address(?:es)?[^<@]{0,40}|account|mailbox|user)\s{0,3}:?[\s<"'([*]{0,6}$/i;
/** Whose address stands there: not a recipient's. */
const NOT_RECIPIENT =
  /\b(?:contact|from|sender|reply[- ]to|e-?mail us|write to|abuse|help|support|postmaster|mail from|envelope-from|questions?|send (?:an )?e?-?mail to|forward\b.{0,40}\bto|notify|administrator|e\.g\.,?|for example)\b[^@]{0,40}$/i;

/** Who says it, and to whom, the transcript knows better. */
const TRANSCRIBED = /^\s{0,12}(?:<<<|>>>|\(reason:)/;

const STARTS_WITH_ADDRESS = /^[<"'*\s-]{0,4}[^\s<>@"]{1,64}@[a-z0-9.-]{1,255}[>"']?:?(?:\s|$)/i;

/** Characters of a paragraph that are read for one address; sentences may share it. */
const MAX_PROSE = 1500;

export const sentences: Reader = {
  id: 'sentences',
  read({ lines }) {
    return lines.flatMap((line, index) => {
      if (!line.includes('@') || line.length > 2000 || TRANSCRIBED.test(line)) return [];
      const found = findAddress(line);
      if (!found) return [];
      const before =
        line.slice(Math.max(0, found.start - 100), found.start) || (lines[index - 1] ?? '').slice(-100);
      if (!LEADS.test(before) || NOT_RECIPIENT.test(before)) return [];
      const after = line.slice(found.end).replace(/^[>"')\]\s.:;,]{1,6}/, '');
      const said = [after, ...below(lines, index + 1)].filter((part) => part !== '').join('\n');
      return [
        finding({
          address: trimAddress(found.text),
          // `User user@example.com is not defined`: the reason may stand around the address.
          prose: `${line.trim()}\n${said}`.slice(0, MAX_PROSE).trim(),
          remoteMta: hostIn(said),
          ...readCodes(said),
        }),
      ];
    });
  },
};

/** The paragraph with the answer below the sentence. */
function below(lines: string[], from: number): string[] {
  const said: string[] = [];
  for (let i = from; i < Math.min(from + 14, lines.length); i++) {
    const line = lines[i]?.trim() ?? '';
    // The next recipient begins its own paragraph, though no empty line may stand before it.
    if ((line === '' && said.length > 0) || STARTS_WITH_ADDRESS.test(line)) break;
    if (line !== '') said.push(line);
  }
  return said;
}
