/**
 * Whose address it is: the recipient's, the sender's, a helper's or a message's. All readers ask here; the words
 * stand in `knowledge/roles.json`.
 *
 *     to=<user@example.com>                                       the recipient's
 *     <training@example.org>: Sender address rejected             the sender's, by the words behind it
 *     Message-ID: <1@example.org>                                 nobody's
 */
import detection from '../../knowledge/detection.json';
import roles from '../../knowledge/roles.json';
import { findAddress, KEY, trimAddress } from '../report/addresses';
import { alternatives } from '../words/whole-words';

/**
 * `refused`: the sender, because the answer is about him, wherever else his address stands. `alias-target`: the mail
 * went to an alias, which led to this address.
 */
export type AddressRole =
  'recipient' | 'sender' | 'refused' | 'help' | 'message-id' | 'daemon' | 'alias-target';

/** Signs between a word and its address: `to: <`, `from="`; what stands in brackets of its own is an addition. */
const BETWEEN = `(?:[\\s=:：<"'\\[*]|(?<!\\s)\\(){1,6}`;
/** `-From` is an option of a command; `non-recipient` is another word; `550-Verification` is a further line. */
const WORD_BEGINS = '(?<![\\p{L}\\d_.@]|[\\p{L}_.@]-)';
const before = (words: readonly string[]) => `${WORD_BEGINS}(?:${alternatives(words)})${BETWEEN}$`;
/** Labels of mail programs are short words, `A:`, and count with their colon only. */
const labelled = (labels: readonly string[]) =>
  `(?<![\\p{L}\\d_-])(?:${alternatives(labels)})\\s?[:：][\\s<"'(*]{0,6}$`;
/** Of two that are equally long, the first counts. */
const LABELS: readonly (readonly [pattern: string, AddressRole])[] = [
  [before(roles.messageIdBefore), 'message-id'],
  [before(roles.helpBefore), 'help'],
  [labelled(detection.languages.flatMap(({ forwardLabels }) => forwardLabels.to)), 'recipient'],
  [before(roles.refusedBefore), 'refused'],
  [before(roles.senderBefore), 'sender'],
  [labelled(detection.languages.flatMap(({ forwardLabels }) => forwardLabels.from)), 'sender'],
  [before(roles.recipientBefore), 'recipient'],
];
/** A group for each, in their order. */
const ANY_LABEL = new RegExp(LABELS.map(([pattern]) => `(${pattern})`).join('|'), 'iu');
const SENDER_BEHIND = new RegExp(
  `^[>"')\\]}\\s:：.,-]{0,6}(?:${alternatives(roles.senderBehind)})(?![\\p{L}\\d])`,
  'iu',
);
const HELP_BEHIND = new RegExp(`^[>"')\\]}\\s]{0,4}(?:${alternatives(roles.helpBehind)})`, 'iu');
/** `SMTPSenderRefused: (530, b'5.7.0 …', 'training@example.org')`: the error names the sender behind the answer. */
const SENDER_FRAME = new RegExp(`(?:${alternatives(roles.senderFrames)})[^@]{0,1000}$`, 'iu');
/** `email="user@example.com"`: a field names it, whatever was said before. */
const KEYED = new RegExp(`${WORD_BEGINS}(?:${alternatives(roles.recipientKeys)})=["'<]{0,2}$`, 'iu');
/** `… Access denied (user@example.com)`: added at the end of what was said. */
const ADDED = /\s\($/;
const mailboxes = (words: readonly string[]) =>
  new RegExp(`^(?:${alternatives(words, '[^@]{0,40}')})@`, 'iu');
const DAEMON = mailboxes(roles.daemons);
const HELP_MAILBOX = mailboxes(roles.helpMailboxes);
/** Below a recipient, the alias that led to it: `(generated from user@example.com)` */
export const LED_FROM = new RegExp(`^\\s{0,12}\\((?:${alternatives(roles.ledFrom)})`);
/** Marks of logs before a recipient, before a sender, and between the two. */
const ARROW_TO = /(?:→|->|=>|\*\*|==)\s{0,3}<?$/;
const ARROW_FROM = /<=\s{0,3}<?$/;
const BEFORE_ANOTHER = /^(?:>?\s{0,3}(?:→|->|=>)\s{0,3}<?|,)[^\s@<>,;]{1,64}@/;
/** Characters before and behind an address that are looked at. */
const LOOK_BEHIND = 60;
const LOOK_AHEAD = 80;
const MAX_FRAME = 1000;

const LISTED = /([^\s<>,;:@]{1,64}@[^\s<>,;:@]{1,255})[>"']?[,;]\s{0,2}[<"']?$/;

/**
 * @param start where the address begins, @param end where it ends
 * @returns null where no word tells it
 */
export function roleAt(text: string, start: number, end: number, isListed = 0): AddressRole | null {
  const left = text.slice(Math.max(0, start - LOOK_BEHIND), start);
  const right = text.slice(end, end + LOOK_AHEAD);
  const address = text.slice(start, end);
  // In a list, the first address says whose they are.
  const before = LISTED.exec(left);
  if (before?.[1] && isListed < MAX_ADDRESSES) {
    const from = start - left.length + before.index;
    const role = roleAt(text, from, from + before[1].length, isListed + 1);
    if (role !== null && role !== 'recipient') return role;
  }
  const label = labelBefore(left);
  if (label === 'message-id') return label;
  if (isDaemon(address)) return 'daemon';
  if (KEYED.test(left)) return 'recipient';
  if (ADDED.test(left) && /^\)\s*$/.test(right)) return null;
  if (SENDER_FRAME.test(text.slice(Math.max(0, start - MAX_FRAME, text.lastIndexOf('\n', start)), start)))
    return 'sender';
  if (SENDER_BEHIND.test(right) || (isListed === 0 && BEFORE_ANOTHER.test(right))) return 'sender';
  if (HELP_BEHIND.test(right)) return 'help';
  if (label !== null) return label;
  return ARROW_FROM.test(left) ? 'sender' : ARROW_TO.test(left) ? 'recipient' : null;
}

/**
 * Of the labels that end where the address begins, the longest: `expanded from` says more than `from`. All end at the
 * same place, so it is the one that a search from the left finds first.
 */
function labelBefore(left: string): AddressRole | null {
  const groups = left === '' ? null : ANY_LABEL.exec(left);
  return groups && (LABELS.find((_, n) => groups[n + 1] !== undefined)?.[1] ?? null);
}

/** The mailbox of a mail system, or of one who lists and unlists senders: never a failed recipient. */
export const isDaemon = (address: string): boolean => DAEMON.test(address);

/** A mailbox that a report names for questions: in a sentence it is not the failed one. */
export const isHelper = (address: string): boolean => isDaemon(address) || HELP_MAILBOX.test(address);

/** Addresses of one line; a list of them says no more. */
const MAX_ADDRESSES = 50;

/** @returns the first address that a word names as the recipient's, else the first that may be */
export function recipientIn(text: string): string | null {
  let possible: string | null = null;
  let found = findAddress(text);
  for (let n = 0; found && n < MAX_ADDRESSES; n++) {
    const key = KEY.exec(found.text)?.[0] ?? '';
    const address = found.text.slice(key.length);
    const start = found.start + key.length;
    const role = roleAt(text, start, found.end);
    // A line that begins with an address is about that one.
    const isFirst = role === null && text.slice(0, start).trim() === '';
    if (role === 'recipient' || isFirst) return trimAddress(address);
    if (role === null && !HELP_MAILBOX.test(address)) possible ??= address;
    found = findAddress(text, found.end);
  }
  return possible && trimAddress(possible);
}

/** All addresses of a list behind the first recipient: `Found inactive addresses: a@example.com, b@example.com.` */
export function recipientsIn(text: string): string[] {
  const first = recipientIn(text);
  if (first === null) return [];
  const all = [first];
  let found = findAddress(text);
  while (found && trimAddress(found.text) !== first) found = findAddress(text, found.end);
  for (let next = found && findAddress(text, found.end); found && next && all.length < MAX_ADDRESSES;) {
    if (!/^[>'"\])]{0,2}\s?[,;]\s{1,2}[<'"[(]{0,2}$/.test(text.slice(found.end, next.start))) break;
    if (
      roleAt(text, next.start, next.end) !== null &&
      SENDER_BEHIND.test(text.slice(next.end, next.end + LOOK_AHEAD))
    )
      break;
    all.push(trimAddress(next.text));
    found = next;
    next = findAddress(text, next.end);
  }
  return [...new Set(all)];
}
