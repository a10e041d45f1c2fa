/** What can be observed about a message, each thing once. Detection and trust both judge from these. */
import answers from '../../knowledge/answers.json';
import detection from '../../knowledge/detection.json';
import logs from '../../knowledge/logs.json';
import type { Signal } from '../explanation';
import { SPEAKS_HTTP } from '../answer/codes';
import { alternatives, wholeWords } from '../words/whole-words';
import { isNullPath } from '../mail/headers';
import { openQuoted } from '../mail/quoted';
import type { Message } from '../mail/message';
import { parametersOf } from '../mail/parameters';
import { lineBegun, wordsIn, type Role, type Word } from '../phrases/vocabulary';
import type { DeliveryRecord } from '../record/record';
import { isStatusPart, type SplitReport } from '../report/split';

export interface Observations {
  has(id: string): boolean;
  /** Does the subject bait its reader? */
  readonly lureInSubject: boolean;
  /** In the order in which they were made. */
  signals(): Signal[];
  note: Note;
}

/** Characters of the report's own text that are searched for its opening words. */
const SEARCHED = 20_000;
/** Where a report speaks of failing, it does so at once; a newsletter may do so anywhere. */
const EARLY = 1500;

/** `<>`, `"Mail system" <>`: nobody to answer to. */
const NOBODY = /^(?:"[^"<]{0,60}"|[^"<]{0,60})\s{0,9}<>$/;
/**
 * An answer of a server at the start of a line or behind `said:`. Its code is looked for first, and only then
 * what stands before it.
 */
const SMTP_ANSWER = new RegExp(
  `[45][0-5]\\d(?<=(?:^|${alternatives(answers.beforeAnswer)})\\s{0,4}['"]?\\d{3})[ -]#?(?:[45]\\.\\d{1,3}\\.\\d{1,3}\\b|<|[A-Za-z]).{0,80}`,
  'm',
);

/** What a log says became of a mail, beside an address. */
const EVENT = wholeWords(logs.eventWords);

/** What a message's structure and header block say of it. */
export function observeHeaders(message: Message): Observations {
  const found = new Map<string, Signal>();
  const note = (id: string, quote: string | null = null) => {
    if (!found.has(id)) found.set(id, { id, quote: quote === null ? null : quote.slice(0, 200) });
  };
  readParts(message, note);
  readHeaders(message, note);
  // `Mail_Delivery_failure`, as programs write it.
  const subject = (message.headers.decoded('subject') ?? '').replaceAll('_', ' ');
  const words = wordsIn(subject);
  if (message.form === 'mail') {
    const to = message.headers.address('to');
    if (to !== null && subject.includes('@') && subject.toLowerCase().includes(to.replaceAll('_', ' ')))
      note('own-address-in-subject', to);
    readSubject(subject, words, note);
    // `[Bug 17] Mail delivery failed`: of a tracker or a list; a mail system's own tag comes from a mail system.
    if (found.has('failure-subject') && !found.has('daemon-sender') && /^\s*\[[^\]]{1,40}\]/.test(subject))
      note('tagged-subject', subject);
  }
  return {
    has: (id) => found.has(id),
    lureInSubject: words.some(({ value }) => value === 'lure'),
    signals: () => [...found.values()],
    note,
  };
}

/** Adds what its text says. */
export function observeText({ form, text, words, original }: SplitReport, { note }: Observations): void {
  // Pasted text may begin with the subject line.
  if (form === 'text') {
    // Or with a header block of a mail program, in its language: `Oggetto: Risposta automatica: …`
    const block = openQuoted(text.slice(0, MAX_BLOCK));
    const subject = block?.above.trim() === '' ? block.headers.get('subject') : labelledSubject(text);
    const first = (subject ?? text.split('\n', 1)[0] ?? '').slice(0, 200);
    const words = wordsIn(first).filter(({ start }) => start < MAX_SUBJECT_START);
    readSubject(first, words, note);
  }
  const hasQuotes = form !== 'text' && (text.startsWith('>') || text.includes('\n>'));
  const isOwn = (word: Word) => !hasQuotes || !isQuoted(text, word.start);
  readWords(
    text,
    words.filter((word) => word.start <= SEARCHED && isOwn(word)),
    note,
  );
  const answer = answerIn(hasQuotes ? text.slice(0, SEARCHED).replace(QUOTED_LINES, '') : text);
  if (answer) note('smtp-answer', answer);
  if (original.hasFields(3)) note('returned-mail');
  // RFC 5965: a complaint, pasted.
  if (FEEDBACK_FIELD.test(text.slice(0, SEARCHED))) note('feedback-fields');
  if (SESSION.test(text.slice(0, SEARCHED))) note('session');
}

const FEEDBACK_FIELD = /^\s{0,8}feedback-type: ?[a-z]/im;
/** Characters in which a pasted mail has its header block. */
const MAX_BLOCK = 2000;

/** A command to a recipient, and a refusal below it. */
const SESSION =
  /(?:<<<|>>>|-->|SMTP>>|SENT:) ?RCPT TO:[^\n]{0,400}\n(?:[^\n]{0,400}\n){0,3}[^\n]{0,40}(?:>>>|<<<|<--|SMTP<<|RECEIVED:) ?[45]\d\d/i;

/** A subject says it at its beginning, behind a label and a mark or two; a sentence may say it anywhere. */
const MAX_SUBJECT_START = 24;

/** A header block that was copied in part: `De : Ana <ana@example.com>`, then `Objet : Réponse automatique : …`. */
function labelledSubject(text: string): string | null {
  const lines = text.slice(0, MAX_BLOCK).trimStart().split('\n', MAX_LABELS);
  return lines.flatMap((line) => LABELLED_SUBJECT.exec(line)?.[1] ?? [])[0] ?? null;
}
const LABELLED_SUBJECT = new RegExp(
  `^(?:${alternatives(detection.languages.flatMap(({ forwardLabels }) => forwardLabels.subject))})\\s?[:：]\\s{0,3}(\\S.{0,400})`,
  'iu',
);
/** Fields above the subject. */
const MAX_LABELS = 5;

/** What somebody else has said; `>>> RCPT TO` is a transcript. */
const QUOTED_LINES = /^>(?!>).*$/gm;
/** Longer lines are no quotes. */
const MAX_QUOTED = 2000;

function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - MAX_QUOTED), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.startsWith('>') && !line.startsWith('>>');
}

/** A server's answer at the start of a line; none that speaks HTTP. */
export function answerIn(text: string): string | null {
  const answer = SMTP_ANSWER.exec(text.slice(0, SEARCHED))?.[0] ?? null;
  return answer === null || SPEAKS_HTTP.test(answer) ? null : answer;
}

/** Did a reader find an address with what was said about it? */
export function observeReason(findings: readonly DeliveryRecord[], { note }: Observations): void {
  const one = findings.find(
    ({ address, diagnostic, prose }) =>
      address !== null && (diagnostic ?? prose) !== null && !MIME_PART.test(diagnostic ?? prose ?? ''),
  );
  const named = findings.find(({ address, reader }) => address !== null && reader === 'address-blocks');
  if (named) note('address-in-block', named.address);
  if (one) note('reason-for-address', one.address);
  // A sentence may be anybody's; a block below an address, or a transcript, is a machine's.
  if (one && one.reader !== 'sentences' && one.reader !== 'only-address') note('reason-in-block');
}

/** Header lines of a MIME part are no reason. */
const MIME_PART =
  /^[ \t]{0,20}(?:--.{1,80}\s{1,4})?(?:content-(?:type|transfer-encoding|disposition)|mime-version):/im;

/** Among what was read, is there a record of a log? Asked only of what a machine sent. */
export function observeLog(findings: readonly DeliveryRecord[], { note }: Observations): void {
  if (findings.some(isLogged)) note('log-records', findings[0]?.diagnostic);
}

/** A record is a line; a whole text with such a word in it may be anything. */
const isLogged = ({ diagnostic, action, address }: DeliveryRecord) =>
  address !== null &&
  diagnostic !== null &&
  (action !== null || (!diagnostic.includes('\n') && EVENT.test(diagnostic)));

type Note = (id: string, quote?: string | null) => void;

function readParts(message: Message, note: Note): void {
  const types = new Set(message.parts.map(({ mediaType }) => mediaType));
  if (message.parts.some(isStatusPart)) note('status-part');
  if (types.has('message/disposition-notification') || types.has('message/global-disposition-notification'))
    note('disposition-part');
  if (types.has('message/feedback-report') || isHotmailComplaint(message)) note('feedback-part');
  if (types.has('message/rfc822') || types.has('text/rfc822-headers') || types.has('message/global'))
    note('returned-mail');
}

/** Hotmail's complaints are older than RFC 5965: the mail complained about comes with a field of its own. */
const isHotmailComplaint = ({ headers, attached }: Message) =>
  /^complaint about message/i.test(headers.get('subject')?.trim() ?? '') &&
  attached.some((mail) => mail.headers.has('x-hmxmroriginalrecipient'));

/** `multipart/report; report-type=delivery-status` */
function reportTypeOf(contentType: string): string | undefined {
  if (!/^\s{0,20}multipart\/report/i.test(contentType)) return undefined;
  return parametersOf(contentType).get('report-type')?.toLowerCase();
}

function readHeaders({ headers }: Message, note: Note): void {
  const reportType = reportTypeOf(headers.get('content-type') ?? '');
  if (reportType) note(`report-type-${reportType}`, headers.get('content-type'));
  const from = `${headers.decoded('from') ?? ''} ${headers.get('sender') ?? ''}`;
  const isDaemon =
    /<?mailer-daemon@/i.test(headers.get('return-path') ?? '') ||
    NOBODY.test((headers.get('from') ?? 'none').trim()) ||
    wordsIn(from).some(({ value }) => value === 'daemon-sender');
  if (isDaemon) note('daemon-sender', headers.decoded('from'));
  else if (UNMANNED.test(from)) note('unmanned-sender', headers.decoded('from'));
  if (isNullPath(headers.get('return-path') ?? '')) note('null-return-path', '<>');
  if (headers.has('x-failed-recipients')) note('failed-recipients-field', headers.get('x-failed-recipients'));
  if (headers.has('x-ms-exchange-message-is-ndr')) note('exchange-ndr-field');
  if (headers.has('x-ms-exchange-organization-approval-initiator')) note('approval-request');
  // The list server fml writes in its owner's name.
  if (headers.has('x-mlserver')) note('machine-phrase', headers.get('x-mlserver'));
  if (!['received', 'return-path', 'date', 'message-id'].some((name) => headers.has(name)))
    note('headers-missing');
  const auto = headers.get('auto-submitted')?.toLowerCase() ?? '';
  if (auto.startsWith('auto-'))
    note(auto.startsWith('auto-replied') ? 'auto-replied' : 'auto-generated', auto);
  if (
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    headers.has('x-autoresponder') ||
    headers.has('x-mdautoresponder') ||
    /auto.?reply/i.test(headers.get('precedence') ?? '')
  ) {
    note('auto-reply-field');
  }
  if (headers.has('list-id') || headers.has('list-unsubscribe') || headers.has('list-post'))
    note('list-fields');
  if (!isDaemon && (headers.has('list-id') || headers.has('list-post'))) note('list-post');
}

const SUBJECTS: ReadonlySet<Role> = new Set(['failure-subject', 'delay-subject', 'auto-reply-subject']);

function readSubject(subject: string, all: readonly Word[], note: Note): void {
  const words = all.filter(({ value }) => SUBJECTS.has(value));
  for (const { value } of words) note(value, subject);
  if (words.length > 0 && isConversation(subject)) note('conversation-subject', subject);
}

const UNMANNED = new RegExp(`\\b(?:${alternatives(detection.unmannedSenders)})\\b[^@\\s]{0,40}@`, 'i');

/** Where a pasted text says at once what it is. */
const FIRST = 24;
/** Characters before a phrase in which its clause begins. */
const CLAUSE = 120;
const PROMISE = wholeWords(detection.languages.flatMap(({ promises }) => promises));

/** "You'll be notified if the message can't be delivered": nothing has failed yet. */
function isPromise(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - CLAUSE), at);
  return PROMISE.test(before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n\n')) + 1));
}
/** An answer or a forward about a bounce is a conversation: `AW: Undeliverable: …`. */
export const isConversation = (subject: string): boolean => CONVERSATION.test(subject);
const CONVERSATION = new RegExp(`^\\s*(?:${alternatives(detection.replyMarks)})\\s?:`, 'i');

/** Does a word begin its line, not a quoted one? */
function isIndented(text: string, word: Word): boolean {
  const line = lineBegun(text, word);
  return line >= 0 && text.slice(line, word.start).trim() === '';
}

function readWords(text: string, words: readonly Word[], note: Note): void {
  for (const word of words) {
    const said = text.slice(word.start, word.end);
    switch (word.value) {
      case 'failure-phrase':
        if (isPromise(text, word.start)) break;
        if (word.start < EARLY) note('failure-phrase-early', said);
        if (word.start < FIRST || isIndented(text, word)) note('failure-phrase-first', said);
        note('failure-phrase', said);
        break;
      case 'delay-phrase':
      case 'challenge-phrase':
      case 'machine-phrase':
      case 'newsletter-phrase':
      case 'passed-phrase':
      case 'success-phrase':
      case 'receipt-phrase':
      case 'program-error':
      case 'approval-phrase':
        note(word.value, said);
        break;
      case 'exchange-token':
        if (detection.exchangeTokens.includes(said)) note('exchange-token', said);
        break;
      case 'status-field':
        if (isIndented(text, word)) note('status-fields');
        break;
      default:
    }
  }
}
