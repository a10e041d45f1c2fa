/** Signals → verdict. Nothing is ever called safe. */
import type { Kind, TrustVerdict } from '../explanation';
import type { Message } from '../mail/message';
import type { Signals } from './signals';

type Weights = readonly (readonly [signal: string, points: number])[];

/** What baits the reader; real reports hardly ever have two of these. */
const BAIT: Weights = [
  ['program-attached', 3],
  ['lure-words', 2],
  ['disguised-link', 2],
  ['own-address-in-link', 2],
  ['risky-attachment', 2],
  ['form-to-fill', 2],
  ['own-mail-held', 2],
  ['foreign-links', 1],
  ['link-without-report', 1],
  ['phone-number', 1],
  ['asks-for-secret', 1],
];
/** What speaks against the sender. Never enough alone: honest mail systems are set up badly, too. */
const DOUBT: Weights = [
  ['authentication-failed', 2],
  ['known-name-misused', 2],
  ['personal-sender', 2],
  ['recipient-is-self', 2],
  ['authentication-unrelated', 1],
  ['reporter-mismatch', 1],
  ['original-foreign', 1],
];
/** Two signs; one more where the mail carries what only reports carry, or a colleague wrote it: both can be had. */
const ENOUGH = 3;
const ENOUGH_AGAINST_PROOF = 4;

const DRESS = ['failure-subject', 'delay-subject', 'daemon-sender', 'failure-phrase', 'exchange-ndr-field'];
const reports: ReadonlySet<Kind> = new Set(['failure', 'delay', 'success']);

export const isReport = (kind: Kind) => reports.has(kind);

/** Does the mail look like a bounce, whether it is one or not? */
export const isDressed = (kind: Kind, has: (id: string) => boolean) =>
  kind === 'failure' || kind === 'delay' || DRESS.some(has);

const sum = (weights: Weights, signals: Signals) =>
  weights.reduce((total, [id, points]) => total + (signals.has(id) ? points : 0), 0);

export function verdictOf(message: Message, kind: Kind, dressed: boolean, signals: Signals): TrustVerdict {
  const has = (id: string) => signals.has(id);
  const proof = has('status-part') || has('returned-mail');
  if ((dressed || (kind === 'not-a-report' && has('lure-words'))) && isBait(signals, proof))
    return 'suspicious';
  if (message.form === 'text' || has('no-headers') || !isReport(kind)) return 'unverified';
  // A report by a real server about a mail that somebody else sent in our name.
  if (has('original-foreign')) return 'backscatter';
  return isGenuine(has) ? 'genuine' : 'unverified';
}

/** What a report of an honest mail system has not. */
const RULES_OUT = [
  ...BAIT.map(([id]) => id),
  'foreign-link-written',
  'authentication-failed',
  'known-name-misused',
  'personal-sender',
  'recipient-is-self',
  'carrier-unproved',
  'return-path-with-address',
  'original-elsewhere',
];
/** That our own mail system sent what came back: whoever got a mail of ours can copy it. */
const OUR_MAIL = ['original-route-ours', 'original-signed', 'return-tag'];
/** That the report comes from where it must: nobody outside can have it. */
const RIGHT_REPORTER = ['reporter-ours', 'reporter-of-recipient', 'reporter-known'];

/** Genuine is earned by evidence that an outsider lacks; form, return path and wording are free to anybody. */
function isGenuine(has: (id: string) => boolean): boolean {
  if (!(has('status-part') || has('returned-mail')) || RULES_OUT.some(has)) return false;
  if (has('inside-tenant')) return has('exchange-sender') || has('reporter-ours');
  return OUR_MAIL.some(has) && RIGHT_REPORTER.some(has);
}

/** One sign may be chance: a real report may quote any words, and gateways put links below their notices. */
function isBait(signals: Signals, proof: boolean): boolean {
  const bait = sum(BAIT, signals);
  if (bait === 0) return false;
  const all = bait + sum(DOUBT, signals) + together(signals, proof);
  if (!proof) return all >= (signals.has('inside-tenant') ? ENOUGH_AGAINST_PROOF : ENOUGH);
  return all >= ENOUGH_AGAINST_PROOF && (bait >= 2 || signals.has('authentication-failed'));
}

/** What is odd only beside something else. */
function together(signals: Signals, proof: boolean): number {
  const has = (id: string) => signals.has(id);
  // A stranger who sends a link or a file; honest gateways of strangers use words that lures use, too.
  const opens = BAIT.some(([id]) => id !== 'lure-words' && has(id));
  const isStranger = has('sender-unrelated') && opens && (proof || has('reports-nothing'));
  return Number(isStranger) + Number(has('phone-number') && has('asks-for-secret'));
}
