/**
 * Is the message what it claims to be? Judged from its headers, its parts and the returned mail; each
 * observation that counted is named. Nothing is ever called safe.
 */
import data from '../../knowledge/trust.json';
import type { Context } from '../context';
import type { Kind, OriginalMail, Signal, Trust } from '../explanation';
import type { Message } from '../mail/message';
import { normalize, sourceWords } from '../phrases/normalize';
import { PhraseFinder } from '../phrases/phrase-finder';
import { foreignLinks } from './links';

let lures: PhraseFinder<true> | null = null;
const lureFinder = () => (lures ??= new PhraseFinder(data.lures.map((lure) => [lure, true] as const)));

/** Characters of the message's own words that are searched; lures stand at the top. */
const SEARCHED = 20_000;

interface Claim {
  kind: Kind;
  /** What detection observed. */
  detection: readonly Signal[];
  original: OriginalMail;
}

export function judge(message: Message, claim: Claim, context: Context): Trust {
  const signals = observe(message, claim, context);
  const has = (id: string) => signals.some((signal) => signal.id === id);
  return { verdict: verdict(message, claim, has), signals };
}

function verdict(
  message: Message,
  { kind, detection }: Claim,
  has: (id: string) => boolean,
): Trust['verdict'] {
  const dressed =
    kind === 'failure' ||
    kind === 'delay' ||
    detection.some(({ id }) => id === 'failure-subject' || id === 'daemon-sender' || id === 'failure-phrase');
  const proof = has('status-part') || has('returned-mail');
  // One sign may be chance: a real report may quote any words, and gateways put links below their notices.
  const signs = ['lure-words', 'foreign-links', 'risky-attachment', 'authentication-failed'].filter(has);
  const isBait = signs.length >= 2 && signs.some((id) => id !== 'authentication-failed');
  if ((dressed || kind === 'not-a-report') && isBait && !proof && (dressed || has('lure-words')))
    return 'suspicious';
  if (message.form === 'text' || has('no-headers')) return 'unverified';
  if (has('original-foreign')) return 'backscatter';
  if (has('authentication-failed')) return 'unverified';
  const isReport = kind === 'failure' || kind === 'delay' || kind === 'success';
  return isReport && proof && (has('null-return-path') || has('inside-tenant')) ? 'genuine' : 'unverified';
}

function observe(message: Message, { detection, original }: Claim, context: Context): Signal[] {
  const { headers } = message;
  const signals: Signal[] = [];
  const note = (id: string, quote: string | null = null) =>
    signals.push({ id, quote: quote === null ? null : quote.slice(0, 200) });
  for (const signal of detection)
    if (['status-part', 'returned-mail', 'exchange-ndr-field'].includes(signal.id)) signals.push(signal);
  if (message.form === 'text') note('pasted-text');
  else if (
    !headers.has('received') &&
    !headers.has('return-path') &&
    !headers.has('authentication-results') &&
    !headers.has('x-ms-exchange-organization-authas')
  )
    note('no-headers');
  const returnPath = headers.get('return-path');
  if (returnPath !== null)
    note(/^\s*<\s*>\s*$/.test(returnPath) ? 'null-return-path' : 'return-path-with-address', returnPath);
  if (/internal/i.test(headers.get('x-ms-exchange-organization-authas') ?? ''))
    note('inside-tenant', headers.get('x-ms-exchange-organization-authas'));
  readAuthentication(headers.all('authentication-results'), note);
  const owner = ownership(original, context);
  if (owner) note(owner, original.from);
  const text = (message.text + '\n' + message.htmlText).slice(0, SEARCHED);
  const plain = normalize(text);
  const lure = lureFinder().find(plain.text)[0];
  if (lure) note('lure-words', sourceWords(text, plain, lure.start, lure.end));
  const foreign = foreignLinks(message, context);
  if (foreign[0]) note('foreign-links', foreign[0]);
  const risky = message.parts.find(({ filename }) =>
    data.riskyAttachments.some((ending) => filename?.toLowerCase().endsWith(ending)),
  );
  if (risky) note('risky-attachment', risky.filename);
  return signals;
}

function readAuthentication(results: readonly string[], note: (id: string, quote: string) => void): void {
  // The first field is the one that the receiving organisation's own server wrote last.
  const [newest] = results;
  if (!newest) return;
  const failed = /\b(?:dmarc=fail|spf=fail|compauth=fail)\b/i.exec(newest);
  if (failed) note('authentication-failed', failed[0]);
  else if (/\b(?:dmarc=pass|spf=pass|dkim=pass)\b/i.test(newest))
    note('authentication-passed', /\b(?:dmarc|spf|dkim)=pass\b/i.exec(newest)?.[0] ?? '');
}

/** Whose mail was returned? Only where the admin's own addresses are known. */
function ownership(
  { from, messageId }: OriginalMail,
  context: Context,
): 'original-ours' | 'original-foreign' | null {
  const senders = (context.sendingAddresses ?? []).map((address) => address.toLowerCase());
  const domains = [...(context.ownDomains ?? []), ...senders.map((address) => address.split('@')[1] ?? '')]
    .map((domain) => domain.toLowerCase())
    .filter(Boolean);
  if (domains.length === 0 || from === null) return null;
  const isOwn = (host: string) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  if (senders.includes(from) || isOwn(from.split('@')[1] ?? '')) return 'original-ours';
  return isOwn(/@([^<>@\s]{1,255})>?\s*$/.exec(messageId ?? '')?.[1]?.toLowerCase() ?? '')
    ? 'original-ours'
    : 'original-foreign';
}
