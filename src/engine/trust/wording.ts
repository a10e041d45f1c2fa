/** What the message itself asks for. The words of the mail that came back are somebody else's. */
import data from '../../knowledge/trust.json';
import type { Observations } from '../detect/observe';
import type { Message } from '../mail/message';
import { wordsIn, type Word } from '../phrases/vocabulary';
import type { Report } from '../report/read-report';
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
export function ownWords(
  message: Message,
  report: SplitReport | null,
  { original, recipients }: Report,
): string {
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
  const repeats =
    report.original.hasFields(3) ||
    report.statusParts.length > 0 ||
    recipients.some(({ address, status, replyCode }) => address !== null && (status ?? replyCode) !== null);
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

/** Characters in which a telephone number or a demand is looked for. */
const MAX_DEMANDS = 20_000;
/** `+1 555 0100`, `(0800) 555 0100`, `1-800-555-0100`: with the signs that people write between the groups. */
const PHONE =
  /(?<![\w.:@/=+-])(?:\+[1-9]\d{0,2}[ .()-]{1,2}\d|\(0?\d{2,4}\) ?\d{3}|[01][ -]?8\d\d[ -]\d{3})[\d ()/-]{4,16}\d(?![\w@])/;

const ANSWER = /\b[45][0-5]\d[ -]#?(?:[45]\.\d{1,3}\.\d|[A-Za-z<])/;

/** A number to call, a password to have ready, a form to fill in: no bounce asks for any of them. */
export function readDemands(message: Message, words: string, note: Note): void {
  if (message.hasForm) note('form-to-fill');
  // What a server answered is not the message's own demand: `535 5.7.8 Username and Password not accepted`.
  const own = words
    .slice(0, MAX_DEMANDS)
    .split('\n')
    .filter((line) => !ANSWER.test(line.slice(0, 300)))
    .join('\n');
  const phone = PHONE.exec(own);
  if (phone) note('phone-number', phone[0]);
  const lower = own.toLowerCase();
  const secret = data.secrets.find((word) => lower.includes(word));
  if (secret !== undefined) note('asks-for-secret', secret);
}

export function readAttachments({ parts }: Message, note: Note): void {
  const names = parts.map(({ filename }) => filename ?? '');
  const risky = names.find((name) => endsAs(name, data.riskyAttachments));
  if (risky) note('risky-attachment', risky);
  const program = names.find(
    (name) => endsAs(name, data.programs) || PAGE_AS_DOCUMENT.test(name.slice(-200)),
  );
  if (program) note('program-attached', program);
}

/** `invoice.pdf.htm`: a page that is to pass for a document. */
const PAGE_AS_DOCUMENT =
  /\.(?:pdf|docx?|xlsx?|pptx?|txt|eml|msg|jpe?g|png)\.(?:s?html?|xht(?:ml)?|mht(?:ml)?|svg)$/i;

/** What an Outlook reader's Windows takes for the ending: blanks and dots behind it do not count. */
function endsAs(filename: string, endings: readonly string[]): boolean {
  const name = filename
    .toLowerCase()
    .slice(-200)
    .replace(/[\s.]{1,20}$/, '');
  return endings.some((ending) => name.endsWith(ending));
}
