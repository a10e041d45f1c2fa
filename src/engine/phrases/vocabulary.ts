/** The words by which messages are known, of all languages, found in one walk over a text. */
import answers from '../../knowledge/answers.json';
import detection from '../../knowledge/detection.json';
import sessions from '../../knowledge/sessions.json';
import trust from '../../knowledge/trust.json';
import { foreignMarks, holdForeign, wantForeign } from './foreign';
import { PhraseFinder, type PhraseMatch } from './phrase-finder';

export type Role =
  | 'failure-subject'
  | 'delay-subject'
  | 'auto-reply-subject'
  | 'failure-phrase'
  | 'delay-phrase'
  | 'challenge-phrase'
  /** What only a mail system writes, whatever became of the mail. */
  | 'machine-phrase'
  /** What fake bounces say to be clicked. */
  | 'lure'
  /** Begins a line behind which the returned mail stands. */
  | 'returned-marker'
  /** The same, where the line says no more. */
  | 'returned-line'
  /** A field that returned header blocks begin with. */
  | 'header-field'
  /** The name of a mail system's own mailbox. */
  | 'daemon-sender'
  /** What Exchange writes whatever its language; only in these very letters. */
  | 'exchange-token'
  | 'status-field'
  /** Words of newsletters and columns about bounces. */
  | 'newsletter-phrase'
  /** What a filter says of a mail that it let pass. */
  | 'passed-phrase'
  | 'success-phrase'
  /** What a receipt says of a mail that was read. */
  | 'receipt-phrase'
  /** The name that a program gives to an error of a delivery. */
  | 'program-error'
  /** Words of a list that holds a mail for its moderator. */
  | 'approval-phrase'
  /** Leads to header fields by which a report says what mail it is about. */
  | 'identifies-mail'
  /** Leads to the answer of a server. */
  | 'announces-answer'
  /** Stands above the transcript of a session. */
  | 'session-heading'
  /** Shows that phrases of another language are needed. */
  | 'foreign-mark';

export type Word = PhraseMatch<Role>;

const HEADER_FIELDS = [
  'received:',
  'return-path:',
  'delivered-to:',
  'dkim-signature:',
  'message-id:',
  'mime-version:',
  'x-',
];
const STATUS_FIELDS = ['final-recipient:', 'final-recipient :'];

const ofLanguages = (
  role: Role,
  field: Exclude<keyof (typeof detection.languages)[number], 'language' | 'forwardLabels'>,
) => detection.languages.flatMap((language) => withRole(role, language[field]));
const withRole = (role: Role, phrases: readonly string[]) =>
  phrases.map((phrase): readonly [string, Role] => [phrase, role]);

let finder: PhraseFinder<Role> | null = null;
holdForeign('detection', detection, () => (finder = null));

/** Built at first use: a page without a mail should not wait for it. */
const vocabulary = () =>
  (finder ??= new PhraseFinder([
    ...ofLanguages('failure-subject', 'failureSubjects'),
    ...ofLanguages('delay-subject', 'delaySubjects'),
    ...ofLanguages('auto-reply-subject', 'autoReplySubjects'),
    ...ofLanguages('failure-phrase', 'failurePhrases'),
    ...ofLanguages('delay-phrase', 'delayPhrases'),
    ...ofLanguages('challenge-phrase', 'challengePhrases'),
    ...ofLanguages('returned-marker', 'returnedMarkers'),
    ...withRole('machine-phrase', detection.machinePhrases),
    ...withRole('lure', trust.lures),
    ...withRole('returned-line', detection.returnedLines),
    ...withRole('daemon-sender', detection.senders),
    ...withRole('newsletter-phrase', detection.newsletterPhrases),
    ...withRole('passed-phrase', detection.passedPhrases),
    ...withRole('success-phrase', detection.successPhrases),
    ...withRole('approval-phrase', detection.approvalPhrases),
    ...withRole('receipt-phrase', detection.receiptPhrases),
    ...withRole('program-error', detection.programErrors),
    ...withRole('identifies-mail', [...detection.identifies, ...detection.identifiesAtEnd]),
    ...withRole('announces-answer', answers.announcements),
    ...withRole('session-heading', sessions.headings),
    ...withRole('header-field', HEADER_FIELDS),
    ...withRole('exchange-token', detection.exchangeTokens),
    ...withRole('status-field', STATUS_FIELDS),
    ...withRole('foreign-mark', foreignMarks()),
  ]));

/** @returns in the order of their ends */
export function wordsIn(text: string): Word[] {
  const found = vocabulary().find(text);
  const words = found.filter(({ value }) => value !== 'foreign-mark');
  if (words.length < found.length) wantForeign();
  return words;
}

/** Characters before a line's first word: blanks, marks of a quote, rules. */
const MAX_MARGIN = 12;

/** Where a word's line begins, if the word begins it but for a margin; else -1. */
export function lineBegun(text: string, { start }: Word): number {
  let line = start;
  for (let margin = 0; line > 0 && text[line - 1] !== '\n'; line--)
    if (++margin > MAX_MARGIN || !' \t>|*=-'.includes(text[line - 1] ?? '')) return -1;
  return line;
}
