/** Whose address a line of a log, or an answer, is about, among those of senders, of helpers and of messages. */
import { findAddress, KEY, trimAddress } from './addresses';

/** Stands before the address of a recipient. */
const TO =
  /(?:\b(?:to|for|rcpt|orig_to|recipients?|target|user|rcpt to|empf[äa]nger|destinataire)[\s=:<"'([]{1,6}|(?:→|->|=>|\*\*|==)\s{0,3}<?)$/i;
/** Stands before somebody else's, or before what only looks like an address. */
const NOT =
  /\b(?:from|sender|sender address|mail from|return-path|reply-to|contact|help|support|postmaster|abuse|message-?id|msgid|msg-id|resent-message-id|smtp-id|id|by|absender|expéditeur)[\s=:<"'([]{1,6}$|<=\s{0,3}<?$/i;
/** `sender → recipient` */
const BEFORE_ANOTHER = /^>?\s{0,3}(?:→|->|=>)\s{0,3}<?[^\s@<>]{1,64}@/;
const MAX_ARROW = 80;
/** Whom to write to about it. */
const HELP =
  /\b(?:(?:write|contact|forward(?:ed)?|report|details|questions?|complain\w{0,2})(?: \w{1,8}){0,3}|(?:send|e-?mail|mail) (?:it|this|us|them|a|an|the)(?: \w{1,8}){0,2}) (?:to|at)[\s:<"'(]{1,4}$/i;
const ROLE = /^(?:postmaster|abuse|mailer-daemon|delist\w{0,8}|unblock\w{0,8})@/i;
/** Characters before an address that are looked at. */
const BEFORE = 30;
/** Addresses of one line; a list of them says no more. */
const MAX_ADDRESSES = 50;

/** @returns the first that a word names as the recipient's, else the first that may be */
export function recipientIn(text: string): string | null {
  let possible: string | null = null;
  let found = findAddress(text);
  for (let n = 0; found && n < MAX_ADDRESSES; n++) {
    const key = KEY.exec(found.text)?.[0] ?? '';
    const address = found.text.slice(key.length);
    const start = found.start + key.length;
    const before = text.slice(Math.max(0, start - BEFORE), start);
    const isSender = NOT.test(before) || BEFORE_ANOTHER.test(text.slice(found.end, found.end + MAX_ARROW));
    const isNamed = TO.test(before) && !HELP.test(before);
    // A line that begins with an address is about that one.
    if (isNamed || (!isSender && text.slice(0, start).trim() === '')) return trimAddress(address);
    if (!isSender && !HELP.test(before) && !ROLE.test(address)) possible ??= address;
    found = findAddress(text, found.end);
  }
  return possible && trimAddress(possible);
}
