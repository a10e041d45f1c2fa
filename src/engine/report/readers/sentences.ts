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
import roles from '../../../knowledge/roles.json';
import { findAddress, trimAddress } from '../addresses';
import { hasCode, readCodes } from '../../answer/codes';
import { recordOf } from '../../record/record';
import type { Reader } from '../reader';
import { hostIn } from '../hosts';
import { isHelper, LED_FROM, roleAt } from '../../roles/whose-address';
import { alternatives } from '../../words/whole-words';

const LEADS = new RegExp(`(?<![\\p{L}])(?:${alternatives(roles.leads)})\\s{0,3}:?[\\s<"'([*]{0,6}$`, 'iu');

/** Who says it, and to whom, the transcript knows better. */
const TRANSCRIBED = /^\s{0,12}(?:<<<|>>>|\(reason:)/;

/** `c=US;a= ;p=ACME;dda:SMTP=user@example.com;`: an X.400 name with the address inside. */
const X400 = /\bdda:SMTP=/i;

const STARTS_WITH_ADDRESS = /^[<"'*\s-]{0,4}[^\s<>@"]{1,64}@[a-z0-9.-]{1,255}[>"']?:?(?:\s|$)/i;

/** Characters of a paragraph that are read for one address; sentences may share it. */
const MAX_PROSE = 1500;

export const sentences: Reader = {
  id: 'sentences',
  naming: 'words',
  read({ form, lines }) {
    return lines.flatMap((line, index) => {
      // What a mail quotes is the mail that came back.
      if (form === 'mail' && line.startsWith('>')) return [];
      if (!line.includes('@') || line.length > 2000 || TRANSCRIBED.test(line)) return [];
      // An alias stands on the next line: `(expanded from: user@example.com)`.
      if (LED_FROM.test(lines[index + 1] ?? '')) return [];
      const found = findAddress(line);
      if (!found) return [];
      const before =
        X400.test(line) && X400.exec(line)
          ? 'recipient:'
          : line.slice(Math.max(0, found.start - 100), found.start) || (lines[index - 1] ?? '').slice(-100);
      const role = roleAt(line, found.start, found.end);
      if (!LEADS.test(before) || (role !== null && role !== 'recipient') || isHelper(found.text)) return [];
      const after = line.slice(found.end).replace(/^[>"')\]\s.:;,]{1,6}/, '');
      const parts = [after, ...below(lines, index + 1)].filter((part) => part !== '');
      const said = parts.join('\n');
      const codes = readCodes(said);
      return [
        recordOf({
          address: trimAddress(found.text),
          // `User user@example.com is not defined`: the reason may stand around the address.
          prose: `${line.trim()}\n${said}`.slice(0, MAX_PROSE).trim(),
          diagnostic: hasCode(codes) ? answerFrom(parts) : null,
          remoteMta: hostIn(said),
          ...codes,
        }),
      ];
    });
  },
};

/** What was answered begins with the line that holds a code. */
const answerFrom = (parts: readonly string[]) =>
  parts.slice(parts.findIndex((part) => hasCode(readCodes(part)))).join('\n');

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
