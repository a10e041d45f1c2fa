/** What the message itself asks for. The words of the mail that came back are somebody else's. */
import data from '../../knowledge/trust.json';
import type { Observations } from '../detect/observe';
import type { OriginalMail } from '../explanation';
import type { Message } from '../mail/message';
import { wordsIn, type Word } from '../phrases/vocabulary';
import { splitReport, type SplitReport } from '../report/split';
import type { Note } from './signals';

/** Characters of the message's own words that are searched; lures stand at the top. */
export const MAX_WORDS = 40_000;

/**
 * Does a message bait its reader anywhere, in what it returns, too?
 * @param looksLikeBounce then the page beside a plain text is asked, too: it is what people see
 */
export const hasLure = (
  message: Message,
  { allWords }: SplitReport,
  { lureInSubject }: Pick<Observations, 'lureInSubject'>,
  looksLikeBounce: boolean,
): boolean =>
  lureInSubject ||
  allWords.some(isLure) ||
  (looksLikeBounce &&
    message.htmlText !== message.text &&
    wordsIn(message.htmlText.slice(0, MAX_WORDS)).some(isLure));

const isLure = ({ value }: Word) => value === 'lure';

/**
 * The message's own words, without the mail that it returns and without that mail's subject, which reports
 * like to repeat: what came back may itself be a training mail full of lures.
 */
export function ownWords(message: Message, report: SplitReport | null, original: OriginalMail): string {
  const subject = message.headers.decoded('subject') ?? '';
  if (report === null) return `${subject}\n${message.text}\n${message.htmlText}`.slice(0, MAX_WORDS);
  const plain = ownLines(report) ?? message.text;
  const html =
    message.htmlText === '' || message.htmlText === message.text
      ? ''
      : (ownLines(
          splitReport({ form: message.form, headers: message.headers, text: message.htmlText, parts: [] }),
        ) ?? message.htmlText);
  const colon = subject.indexOf(':');
  const returned = [original.subject, colon > 0 ? subject.slice(colon + 1) : null]
    .map((words) => words?.trim() ?? '')
    .filter((words) => words.length > 5);
  // Only a real report has a subject to repeat; without one, "Undeliverable: release now" is a lure.
  const repeats = report.original.hasFields(3) || report.statusParts.length > 0;
  const all = `${subject}\n${plain}\n${html}`;
  return (repeats ? returned.reduce((text, words) => text.replaceAll(words, ' '), all) : all).slice(
    0,
    MAX_WORDS,
  );
}

/** Null where nothing like a header block came back: then a line such as "Original message" divides nothing. */
const ownLines = ({ text, original, statusParts }: SplitReport): string | null =>
  original.hasFields(3) || statusParts.length > 0 ? text : null;

export function readWording(words: string, note: Note): void {
  const lure = wordsIn(words).find(isLure);
  if (lure) note('lure-words', words.slice(lure.start, lure.end));
}

export function readAttachments({ parts }: Message, note: Note): void {
  const risky = parts.find(({ filename }) => {
    const name = filename?.toLowerCase().replace(/[\s.]{1,20}$/, '') ?? '';
    return data.riskyAttachments.some((ending) => name.endsWith(ending));
  });
  if (risky) note('risky-attachment', risky.filename);
}
