/**
 * Is the message what it claims to be? Judged from its headers, the mail that it returns, its links and its
 * wording; each observation is named. Nothing is ever called safe.
 */
import type { Context } from '../context';
import type { Observations } from '../detect/observe';
import type { Kind, OriginalMail, Signal, Trust } from '../explanation';
import type { Message } from '../mail/message';
import type { SplitReport } from '../report/split';
import { readEnvelope } from './envelope';
import { readLinks } from './links';
import { oursOf } from './ours';
import { readReturned } from './returned';
import { Signals } from './signals';
import { isDressed, isReport, verdictOf } from './verdict';
import { hasLure, MAX_WORDS, ownWords, readAttachments, readWording } from './wording';

/** A message as the stages before have read it. */
interface Claim {
  message: Message;
  text: SplitReport;
  /** What its header block says. */
  seen: Pick<Observations, 'lureInSubject'>;
  kind: Kind;
  /** What detection observed. */
  signals: readonly Signal[];
  report: { readonly original: OriginalMail };
}

/** Observations of detection that trust rests on, too, and shows. */
const SHARED = ['status-part', 'returned-mail', 'exchange-ndr-field'];

export function judge(claim: Claim, context: Context): Trust {
  const { message, text, kind, signals: detected, report } = claim;
  const seen = new Set(detected.map(({ id }) => id));
  const dressed = isDressed(kind, (id) => seen.has(id));
  const baits = hasLure(message, text, claim.seen, dressed || isReport(kind));
  // Ordinary mail, of which nothing is claimed.
  if (!dressed && kind === 'not-a-report' && !baits) return { verdict: 'unverified', signals: [] };
  const signals = new Signals();
  for (const { id, quote } of detected) if (SHARED.includes(id)) signals.note(id, quote);
  const ours = oursOf(context);
  readEnvelope(message, signals, ours, seen.has('daemon-sender'));
  if (isReport(kind)) readReturned(message, text, report.original, signals, ours);
  readAttachments(message, signals.note);
  // Without a lure anywhere, what is whose does not matter.
  const words = baits
    ? ownWords(message, dressed || isReport(kind) ? text : null, report.original)
    : text.text.slice(0, MAX_WORDS);
  if (baits) readWording(words, signals.note);
  readLinks(message, words, signals, context);
  return { verdict: verdictOf(message, kind, dressed, signals), signals: signals.list };
}
