/** What can be observed about a message, each thing once. Detection and trust both judge from these. */
import type { Signal } from '../explanation';
import { isNullPath } from '../mail/headers';
import type { Message } from '../mail/message';
import { normalize, sourceWords } from '../phrases/normalize';
import type { Finding } from '../report/finding';
import { isStatusPart, splitReport } from '../report/split';
import { senderFinder, subjectFinder, textFinder, type Role } from './vocabulary';

export interface Observations {
  has(id: string): boolean;
  signals: Signal[];
}

/** Characters of the report's own text that are searched for its opening words. */
const SEARCHED = 20_000;

const REPORT_TYPE = /multipart\/report[\s\S]{0,300}report-type\s{0,3}=\s{0,3}"?([a-z-]{3,40})/i;
/** An answer of a server at the start of a line or behind `said:`. */
const SMTP_ANSWER =
  /(?:^|said: |<<< |>>> |#|returned '|error: |: )\s{0,4}['"]?([45][0-5]\d[ -]#?(?:[45]\.\d{1,3}\.\d{1,3}\b|<|[A-Za-z]).{0,80})/m;
/** Addresses and machine words that Exchange writes whatever its language. */
const EXCHANGE_TOKEN =
  /\b(?:RESOLVER\.|STOREDRV\.|SMTPSEND\.|QUEUE\.Expired|Generating server:|#SMTP#|MSEXCH:)/;

/** What a log says became of a mail, beside an address. */
const EVENT =
  /\b(?:dropped|bounced?|blocked|deferred|not delivered|undelivered|status=|complaint|suppress)|: delivered\b/i;

export function observe(message: Message, findings: readonly Finding[]): Observations {
  const found = new Map<string, Signal>();
  const note = (id: string, quote: string | null = null) => {
    if (!found.has(id)) found.set(id, { id, quote: quote === null ? null : quote.slice(0, 200) });
  };
  readParts(message, note);
  readHeaders(message, note);
  readSubject(message, found.has('daemon-sender'), note);
  readText(message, note);
  const named = findings.find(({ address, diagnostic, prose }) => address !== null && (diagnostic || prose));
  if (named) note('reason-for-address', named.address);
  if (message.parts.length === 0 && findings.some(isLogged)) note('log-records', findings[0]?.diagnostic);
  return { has: (id) => found.has(id), signals: [...found.values()] };
}

const isLogged = ({ diagnostic, action, address }: Finding) =>
  address !== null && diagnostic !== null && (action !== null || EVENT.test(diagnostic));

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

function readHeaders({ headers }: Message, note: Note): void {
  const reportType = REPORT_TYPE.exec(headers.get('content-type') ?? '')?.[1]?.toLowerCase();
  if (reportType) note(`report-type-${reportType}`, headers.get('content-type'));
  const from = `${headers.decoded('from') ?? ''} ${headers.get('sender') ?? ''}`;
  const isDaemon =
    /^\s*(?:<>|"?[^"<]{0,60}"?\s*<>)\s*$/.test(headers.get('from') ?? 'none') ||
    senderFinder().find(normalize(from).text).length > 0;
  if (isDaemon) note('daemon-sender', headers.decoded('from'));
  else if (/\b(?:no-?_?reply|do-?not-?reply|bounces?)\b[^@\s]{0,40}@/i.test(from))
    note('unmanned-sender', headers.decoded('from'));
  if (isNullPath(headers.get('return-path') ?? '')) note('null-return-path', '<>');
  if (headers.has('x-failed-recipients')) note('failed-recipients-field', headers.get('x-failed-recipients'));
  if (headers.has('x-ms-exchange-message-is-ndr')) note('exchange-ndr-field');
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
    /auto.?reply/i.test(headers.get('precedence') ?? '')
  ) {
    note('auto-reply-field');
  }
  if (headers.has('list-id') || headers.has('list-unsubscribe') || headers.has('list-post'))
    note('list-fields');
  if (!isDaemon && (headers.has('list-id') || headers.has('list-post'))) note('list-post');
}

function readSubject({ headers, form, text }: Message, isFromDaemon: boolean, note: Note): void {
  // Pasted text may begin with the subject line.
  const subject =
    form === 'mail' ? (headers.decoded('subject') ?? '') : (text.split('\n', 1)[0] ?? '').slice(0, 200);
  const plain = normalize(subject);
  const [first] = subjectFinder().find(plain.text);
  for (const { value } of subjectFinder().find(plain.text)) note(value, subject);
  // An answer or a forward about a bounce is a conversation.
  if (first && /^\s*(?:re|aw|sv|antw|rv|r|tr|fwd?|wg|i|ynt|ilt|odp|vs)\s?:/i.test(subject))
    note('conversation-subject', subject);
  // `[Bug 17] Mail delivery failed`: of a tracker or a list; a mail system's own tag comes from a mail system.
  if (first && form === 'mail' && !isFromDaemon && /^\s*\[[^\]]{1,40}\]/.test(subject))
    note('tagged-subject', subject);
}

function readText(message: Message, note: Note): void {
  const own = splitReport(message);
  const text = own.lines
    // What is quoted is what somebody else has said; `>>> RCPT TO` is a transcript.
    .filter((line) => message.form === 'text' || !/^>(?!>)/.test(line))
    .join('\n')
    .slice(0, SEARCHED);
  const plain = normalize(text);
  for (const { value, start, end } of textFinder().find(plain.text)) {
    note(value satisfies Role, sourceWords(text, plain, start, end));
    // Where a report speaks of failing, it does so at once; a newsletter may do so anywhere.
    if (value === 'failure-phrase' && start < 1500)
      note('failure-phrase-early', sourceWords(text, plain, start, end));
  }
  const answer = SMTP_ANSWER.exec(text);
  if (answer) note('smtp-answer', answer[1] ?? null);
  const token = EXCHANGE_TOKEN.exec(text);
  if (token) note('exchange-token', token[0]);
  if (/^\s{0,8}final-recipient\s*:/im.test(text)) note('status-fields');
  if (own.original.size > 2) note('returned-mail');
}
