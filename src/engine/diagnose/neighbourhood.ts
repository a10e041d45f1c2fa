/** What stands around a phrase: the letters beside it, and the rest of its sentence. */
import data from '../../knowledge/answers.json';
import type { Beside } from '../../knowledge/records';
import type { DeliveryRecord } from '../record/record';
import { wholeWords } from '../words/whole-words';
import { isSubmission } from '../answer/submission';

const LETTER = /[\p{L}\d]/u;
const isLetter = (text: string, at: number) => LETTER.test(text.charAt(at));

/** `tls` in `TLSv1.2`, not in `subtls`. */
export const startsWord = (text: string, start: number) =>
  !(LATIN.test(text.charAt(start - 1)) && LATIN.test(text.charAt(start)));
const LATIN = /[\p{Script=Latin}\d]/u;

/** `DNS`, not the beginning of `DnsConnectorDelivery`. */
export const isWholeWord = (text: string, start: number, end: number) =>
  !(isLetter(text, start - 1) && isLetter(text, start)) && !(isLetter(text, end - 1) && isLetter(text, end));

/** `IB508` in `mx-AIB5081`: a piece of a name or a number, not a machine's own word. */
export const isInsideWord = (text: string, start: number) =>
  /[a-z0-9]/i.test(text.charAt(start - 1)) && /[a-z0-9]/i.test(text.charAt(start));

/** Characters of a name beside a phrase in it. */
const IN_NAME = 64;
const OF_NAME = /[\w.@-]/;
/** `relay.example.net`, `info@quota-advice.example` */
const NAME = /^(?:[\w.-]+@)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,20}\.?$/i;
/** Behind a label: `helo=<mail.example.net>`, `relay=mx.example.net`, `[relay: in.example.net]` */
const LABELLED = /^=(?:<|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,20}(?![\w.@-]))/i;
const BRACKETED = /^: ?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,20}\]/i;

/** `quota` in `quota.example.net`, `relay` before `=mx.example.net`: a host or an address, and nothing that was said. */
export function isPartOfName(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + IN_NAME);
  if (LABELLED.test(behind) || (text.charAt(start - 1) === '[' && BRACKETED.test(behind))) return true;
  let [from, to] = [start, end];
  while (from > start - IN_NAME && OF_NAME.test(text.charAt(from - 1))) from--;
  while (to < end + IN_NAME && OF_NAME.test(text.charAt(to))) to++;
  // The page that an answer leads to tells what it is about.
  if (text.charAt(from - 1) === '/') return false;
  return (from < start || to > end) && NAME.test(text.slice(from, to));
}

/** Does nothing but marks, or the name of the command, follow? */
export const isLastWord = (text: string, end: number) =>
  /^[^\p{L}]{0,20}(?:$|\(in reply|\n)/u.test(text.slice(end, end + 40));

/** Characters of the sentence before a phrase, and behind it. */
const SENTENCE = 200;

function sentenceAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - SENTENCE), start);
  const behind = text.slice(end, end + SENTENCE);
  const stop = behind.search(/[.!?。]\s|。|\n\n/);
  return (
    before.slice(sentenceStart(before)) + text.slice(start, end) + (stop < 0 ? behind : behind.slice(0, stop))
  );
}

/** Where the last sentence begins. */
const sentenceStart = (text: string): number =>
  Math.max(...['. ', '! ', '? ', '。', '\n\n'].map((end) => text.lastIndexOf(end))) + 1;

const REFUSAL = wholeWords(data.refusals);
const HOST = new RegExp(
  `${wholeWords(data.hostWords).source}|\\d{1,3}(?:\\.\\d{1,3}){3}|[a-z0-9-]+(?:\\.[a-z0-9-]+)+`,
  'iu',
);

/** Does the sentence of a phrase name what the row wants beside it? */
export function isBeside(beside: Beside, text: string, start: number, end: number): boolean {
  // What else these two ask stands in the record.
  if (beside === 'nothing' || beside === 'no-server' || beside === 'no-answer') return true;
  if (beside === 'submission') return isSubmission([text]);
  if (beside === 'own-address') return namesItself(text);
  if (beside === 'local-delivery') return LOCAL_SPEAKER.test(text);
  return (beside === 'host' ? HOST : REFUSAL).test(sentenceAround(text, start, end));
}

/** `host mx.example.org[192.0.2.1] said:` */
const SPEAKER = /\[(\d{1,3}(?:\.\d{1,3}){3})\](?::\d{1,5})? said:/;

/** `host mail.example.org[/var/run/dovecot/lmtp] said:`, `[private/dovecot-lmtp] said:` */
const LOCAL_SPEAKER = /\[(?:\/|private\/)[^\]\n]{1,80}\] said:/;

/** Does the address of the server that answers stand in its own answer? */
function namesItself(text: string): boolean {
  const found = SPEAKER.exec(text);
  return found?.[1] !== undefined && text.includes(found[1], found.index + found[0].length);
}

/** `550 no`, `451-`: a reply code of a refusal. */
const REFUSING_CODE = /(?<![\w.])[45]\d\d[\s-]/;

/** Is an answer a refusal by its codes? Then each of its words is about it. */
export const refuses = ({ replyCode, status }: DeliveryRecord, text: string) =>
  REFUSING_CODE.test(text) || /^[45]/.test(replyCode ?? status ?? '');
