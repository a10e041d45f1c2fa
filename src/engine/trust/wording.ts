/** What the message itself asks for. The words of the mail that came back are somebody else's. */
import data from '../../knowledge/trust.json';
import type { OriginalMail } from '../explanation';
import type { Message } from '../mail/message';
import { normalize, sourceWords } from '../phrases/normalize';
import { PhraseFinder } from '../phrases/phrase-finder';
import { splitReport } from '../report/split';
import type { ReportText } from '../report/finding';
import type { Note } from './signals';

let lures: PhraseFinder<true> | null = null;
// Built at first use: most mails are no bounces.
const lureFinder = () => (lures ??= new PhraseFinder(data.lures.map((lure) => [lure, true] as const)));

/** Characters of the message's own words that are searched; lures stand at the top. */
const SEARCHED = 40_000;
/** Letters that nobody sees, put between others to hide a word. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

/**
 * The message's own words, without the mail that it returns and without that mail's subject, which reports
 * like to repeat: what came back may itself be a training mail full of lures.
 */
export function ownWords(message: Message, report: ReportText | null, original: OriginalMail): string {
  const subject = message.headers.decoded('subject') ?? '';
  if (report === null) return clean(`${subject}\n${message.text}\n${message.htmlText}`);
  const plain = ownLines(report) ?? message.text;
  const html =
    message.htmlText === '' || message.htmlText === message.text
      ? ''
      : (ownLines(splitReport({ ...message, text: message.htmlText, parts: [] })) ?? message.htmlText);
  const colon = subject.indexOf(':');
  const returned = [original.subject, colon > 0 ? subject.slice(colon + 1) : null]
    .map((words) => words?.trim() ?? '')
    .filter((words) => words.length > 5);
  // Only a real report has a subject to repeat; without one, "Undeliverable: release now" is a lure.
  const repeats = report.original.size > 2 || report.statusParts.length > 0;
  const all = `${subject}\n${plain}\n${html}`;
  return clean(repeats ? returned.reduce((text, words) => text.replaceAll(words, ' '), all) : all);
}

/** Null where nothing like a header block came back: then a line such as "Original message" divides nothing. */
const ownLines = ({ lines, original, statusParts }: ReportText): string | null =>
  original.size > 2 || statusParts.length > 0 ? lines.join('\n') : null;

const clean = (text: string) => text.slice(0, SEARCHED).replace(UNSEEN, '');

export function readWording(words: string, note: Note): void {
  const plain = normalize(words);
  const lure = lureFinder().find(plain.text)[0];
  if (lure) note('lure-words', sourceWords(words, plain, lure.start, lure.end));
}

export function readAttachments({ parts }: Message, note: Note): void {
  const risky = parts.find(({ filename }) => {
    const name = filename?.toLowerCase().replace(/[\s.]{1,20}$/, '') ?? '';
    return data.riskyAttachments.some((ending) => name.endsWith(ending));
  });
  if (risky) note('risky-attachment', risky.filename);
}
