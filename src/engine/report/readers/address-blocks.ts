/**
 * A line that begins with the address, then the reason: Postfix, Exim, qmail, Courier, OpenSMTPD, Dragonfly, Zoho …
 *
 *     <user@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown     Postfix
 *
 *       user@example.com                                                                  Exim
 *         host mx.example.com [192.0.2.1]: 550 No such user
 *
 *     <user@example.com>:                                                                 qmail
 *     192.0.2.1 does not like recipient.
 *
 *     user:000000:<user@example.com> : 192.0.2.1 : mx.example.com:[192.0.2.9] : 550 no      SendGrid's relay
 *
 *     "user@example.com":                                                                 GMX
 *     SMTP error from remote server after RCPT command:
 *
 *     user@example.com                                                                    Exchange, Domino
 *     one@example.com, two@example.com                                                    several, one reason
 *     The mailbox is full.
 */
import roles from '../../../knowledge/roles.json';
import { MAX_RECORDS } from '../../mail/limits';
import { findAddress, trimAddress } from '../addresses';
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import type { Reader } from '../reader';
import { hostIn } from '../hosts';
import { roleAt } from '../../roles/whose-address';
import { alternatives } from '../../words/whole-words';

/** Marks before the address: brackets, quotes, list bullets. */
const OPENING = /^[\s>*•|-]{0,40}(?:SMTP )?["'<(]{0,2}/;
/** `user:000000:` before the brackets. */
const RELAYED = /^[A-Za-z0-9._+-]{1,64}:\d{1,12}:</;
const LOCAL = /^<([A-Za-z0-9._+=&~-]{1,64})>:?(?=\s|$)/;
/** `<Error>`: a tag begins like no user's name, or stands in a text with tags that end. */
const isMarkup = (line: string) => /^\s*<[A-Z][A-Za-z]{2,40}>\s*$/.test(line) || /<\/[A-Za-z]/.test(line);
/** `</feedback>` */
const ENDS_TAG = /^\s*<\/[A-Za-z][\w-]{0,40}>\s*$/;
/** Longest reason seen is below 30 lines; what follows is help text. */
const MAX_LINES = 30;

interface Start {
  address: string;
  rest: string;
  index: number;
}

export const addressBlocks: Reader = {
  id: 'address-blocks',
  naming: 'words',
  read({ lines }) {
    // A page, or XML.
    if (lines.some((line) => ENDS_TAG.test(line))) return [];
    const starts: Start[] = [];
    for (let index = 0; index < lines.length && starts.length < MAX_RECORDS; index++) {
      const line = lines[index] ?? '';
      const start: ReturnType<typeof readStart> =
        readStart(line) ?? readLocalUser(line, lines[index + 1] ?? '');
      const known = starts.at(-1);
      if (start?.isAlias && known && index - known.index <= 2) {
        // The address that was mailed is the one that people know.
        known.address = start.address;
        continue;
      }
      if (
        !start ||
        (!start.isAlias && isSender(lines, index)) ||
        goesOn(starts.at(-1), start.address, lines, index)
      )
        continue;
      const listed = listedIn(start.rest);
      starts.push({ address: start.address, rest: listed ? '' : start.rest, index });
      for (const address of listed ?? []) starts.push({ address, rest: '', index });
    }
    return readBlocks(starts, lines);
  },
};

/** The line above (`A message sent by`, `for example, if`) shows that this address is no failed recipient. */
function isSender(lines: string[], at: number): boolean {
  const above = lines[at - 1]?.trim() || lines[at - 2]?.trim() || '';
  const line = lines[at] ?? '';
  const found = findAddress(line);
  if (!found) return false;
  const text = `${above.slice(-100)} ${line.trimStart()}`;
  const start =
    text.length - line.trimStart().length + (found.start - (line.length - line.trimStart().length));
  const role = roleAt(text, start, start + found.text.length);
  return role !== null && role !== 'recipient';
}

/**
 * An answer may name an address at the start of its second line, the recipient's or the sender's: `said: 550`,
 * `    <user@example.com>... User unknown`.
 */
function goesOn(start: Start | undefined, address: string, lines: string[], at: number): boolean {
  if (!start || at - start.index > 3) return false;
  if (lines.slice(start.index + 1, at).some((line) => line.trim() === '')) return false;
  const isBelow = marginOf(lines[at]) > marginOf(lines[start.index]);
  return start.address === address || (isBelow && start.rest !== '');
}

const marginOf = (line = '') => line.length - line.trimStart().length;

/** `<user@example.com>: rest`, `user@example.com rest` → address and rest; null for any other line. */
function readStart(line: string): { address: string; rest: string; isAlias?: true } | null {
  if (line.length > 2000 || !(line.includes('@') || line.includes('<') || line.includes(' from')))
    return null;
  const alias = GENERATED.exec(line)?.[1];
  if (alias) return { address: alias.toLowerCase(), rest: '', isAlias: true };
  const from = (RELAYED.exec(line) ?? OPENING.exec(line))?.[0].length ?? 0;
  const local = isMarkup(line) ? null : LOCAL.exec(line.trimStart());
  if (local?.[1])
    return { address: local[1].toLowerCase(), rest: line.trimStart().slice(local[0].length).trim() };
  if (!line.includes('@')) return null;
  const tail = line.slice(from);
  const found = findAddress(tail);
  if (found?.start !== 0) return null;
  const rest = tail
    .slice(found.end)
    .replace(/^[>"')\]]{0,3}\s?[:;,.]{0,3}/, '')
    .trim();
  return { address: trimAddress(found.text), rest };
}

/**
 * Exim names a local user without a domain, the reason indented below:
 *
 *       kijitora
 *         host mx.example.jp [192.0.2.20]: 550 no
 */
function readLocalUser(line: string, next: string): { address: string; rest: string } | null {
  if (!line.startsWith(' ')) return null;
  const match = /^( {1,4})([A-Za-z0-9][A-Za-z0-9._+-]{0,63})\s*$/.exec(line);
  if (!match?.[2] || !next.startsWith(`${match[1]}  `) || next.trim() === '') return null;
  return { address: match[2].toLowerCase(), rest: '' };
}

/** Exim hides an address that an alias led to, and names the alias: `(generated from user@example.com)` */
const GENERATED = new RegExp(
  `^\\s{2,12}\\((?:${alternatives(roles.ledFrom)}):? <?([^\\s()<>]{3,320})>?\\):?\\s*$`,
);

/** `because:` alone */
const isLabel = (said: readonly string[]) => said.length === 2 && said[0] === '' && LABEL.test(said[1] ?? '');
const LABEL = /^\p{L}[\p{L} ]{1,30}:$/u;

/** Addresses below one another, or in one line, share the reason behind the last. */
function readBlocks(starts: readonly Start[], lines: readonly string[]): DeliveryRecord[] {
  let below: { start: Start; record: DeliveryRecord } | null = null;
  const records: DeliveryRecord[] = [];
  for (const start of [...starts].reverse()) {
    const { address, rest, index } = start;
    const isListed = below !== null && rest === '' && below.start.index <= index + 1;
    const end = Math.min(below?.start.index ?? lines.length, index + MAX_LINES);
    const record: DeliveryRecord =
      below && isListed
        ? { ...below.record, address }
        : readBlock(address, rest, lines.slice(index + 1, end));
    below = { start, record };
    records.push(record);
  }
  return records.reverse();
}

/** `two@example.com; <three@example.com>` behind a first address: nothing but addresses; null for any other text. */
function listedIn(rest: string): string[] | null {
  const all: string[] = [];
  let left = rest;
  for (let found = findAddress(left); found; found = findAddress(left)) {
    if (!BETWEEN.test(left.slice(0, found.start))) return null;
    all.push(trimAddress(found.text));
    left = left.slice(found.end);
  }
  return all.length > 0 && BETWEEN.test(left) ? all : null;
}
const BETWEEN = /^[\s<>"'(),;]{0,8}$/;

function readBlock(address: string, rest: string, following: string[]): DeliveryRecord {
  const said = [rest];
  let empty = 0;
  for (const line of following) {
    const text = line.trim();
    if (text === '') {
      empty++;
      // A reason may stand one empty line below its address, or its label, and ends with the next.
      const goesOn = isLabel(said) ? empty <= 2 : empty <= 1 && said.every((part) => part === '');
      if (!goesOn) break;
      continue;
    }
    said.push(text);
  }
  const prose = said.filter((part) => part !== '').join('\n');
  const { replyCode, status } = readCodes(prose);
  return recordOf({
    address,
    replyCode,
    status,
    diagnostic: prose === '' ? null : prose,
    remoteMta: hostIn(prose),
  });
}
