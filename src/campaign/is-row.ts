/** Is it a row? A file that an admin keeps may have been edited: what no program wrote must not stop this one later. */
import type { Row } from './row';

/** Words that the program has texts and rules for. Causes and variants are not among them: each version knows more. */
type Closed =
  'kind' | 'action' | 'confidence' | 'permanence' | 'whoActs' | 'resend' | 'removeAddress' | 'trust';
type Words<Name extends Closed> = Readonly<Record<Exclude<Row[Name], null>, true>>;
const CLOSED: { readonly [Name in Closed]: Words<Name> } = {
  kind: {
    failure: true,
    delay: true,
    success: true,
    'auto-reply': true,
    'read-receipt': true,
    'feedback-report': true,
    challenge: true,
    'not-a-report': true,
  },
  action: { failed: true, delayed: true, delivered: true, relayed: true, expanded: true },
  confidence: { high: true, medium: true, low: true },
  permanence: { permanent: true, transient: true, either: true },
  whoActs: {
    'recipient-admin': true,
    'recipient-user': true,
    'platform-admin': true,
    'sender-admin': true,
    'message-author': true,
    'network-team': true,
    nobody: true,
  },
  resend: { now: true, 'after-fix': true, wait: true, 'do-not': true, 'not-needed': true },
  removeAddress: { no: true, 'if-left': true, 'if-repeated': true, yes: true },
  trust: { genuine: true, unverified: true, backscatter: true, suspicious: true },
};

const TEXTS = ['cause', 'rootCause', 'source'] as const satisfies (keyof Row)[];
const TEXTS_OR_NULL = [
  'address',
  'variant',
  'campaign',
  'originalMessageId',
  'mail',
  'smtpReply',
  'status',
  'diagnostic',
  'evidence',
  'provider',
] as const satisfies (keyof Row)[];
const TIMES_OR_NULL = ['firstSeen', 'lastSeen', 'waitUntil'] as const satisfies (keyof Row)[];

/** `2026-11-23T09:12:00.214Z`; beyond the year 9999 `+010000-01-01T00:00:00.000Z`, as `toISOString` writes it. */
const TIME = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown) => isText(value) && TIME.test(value) && !Number.isNaN(Date.parse(value));

export function isRow(value: object): value is Row {
  const row = value as Readonly<Record<string, unknown>>;
  return (
    TEXTS.every((name) => isText(row[name])) &&
    TEXTS_OR_NULL.every((name) => row[name] === null || isText(row[name])) &&
    TIMES_OR_NULL.every((name) => row[name] === null || isTime(row[name])) &&
    Object.entries(CLOSED).every(([name, words]) => {
      const word = row[name];
      return word === null ? name === 'permanence' : isText(word) && Object.hasOwn(words, word);
    }) &&
    Array.isArray(row.events) &&
    row.events.every(isText)
  );
}
