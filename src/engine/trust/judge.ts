/**
 * Is the message what it claims to be? Judged from its headers, the mail that it returns, its links and its
 * wording; each observation is named. Nothing is ever called safe.
 */
import type { Context } from '../context';
import type { Trust } from '../explanation';
import type { Reading } from '../reading';
import { readEnvelope } from './envelope';
import { readLinks } from './links';
import { oursOf } from './ours';
import { readReturned } from './returned';
import { Signals } from './signals';
import { isDressed, isReport, verdictOf } from './verdict';
import { hasLure, MAX_WORDS, ownWords, readAttachments, readWording } from './wording';

/** Observations of detection that trust rests on, too, and shows. */
const SHARED = ['status-part', 'returned-mail', 'exchange-ndr-field'];

export function judge({ message, seen, text, report, detection }: Reading, context: Context): Trust {
  const { kind } = detection;
  const dressed = isDressed(kind, (id) => seen.has(id));
  const baits = hasLure(message, text, seen, dressed || isReport(kind));
  // Ordinary mail, of which nothing is claimed.
  if (!dressed && kind === 'not-a-report' && !baits) return { verdict: 'unverified', signals: [] };
  const signals = new Signals();
  for (const { id, quote } of detection.signals) if (SHARED.includes(id)) signals.note(id, quote);
  const ours = oursOf(context);
  readEnvelope(message, signals, ours, seen.has('daemon-sender'));
  if (isReport(kind)) readReturned(message, text, report, signals, ours);
  readAttachments(message, signals.note);
  // Without a lure anywhere, what is whose does not matter.
  const words = baits
    ? ownWords(message, dressed || isReport(kind) ? text : null, report.original)
    : text.text.slice(0, MAX_WORDS);
  if (baits) readWording(words, signals.note);
  readLinks(message, words, signals, context);
  return { verdict: verdictOf(message, kind, dressed, signals), signals: signals.list };
}
