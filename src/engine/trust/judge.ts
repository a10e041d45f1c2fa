/**
 * Is the message what it claims to be? Judged from its headers, the mail that it returns, its links and its
 * wording; each observation is named. Nothing is ever called safe.
 */
import type { Context } from '../context';
import type { Kind, OriginalMail, Signal, Trust } from '../explanation';
import type { Message } from '../mail/message';
import { splitReport } from '../report/split';
import { readEnvelope } from './envelope';
import { readLinks } from './links';
import { oursOf } from './ours';
import { readReturned } from './returned';
import { Signals } from './signals';
import { isDressed, isReport, verdictOf } from './verdict';
import { ownWords, readAttachments, readWording } from './wording';

interface Claim {
  kind: Kind;
  /** What detection observed. */
  detection: readonly Signal[];
  original: OriginalMail;
}

/** Observations of detection that trust rests on, too, and shows. */
const SHARED = ['status-part', 'returned-mail', 'exchange-ndr-field'];

export function judge(message: Message, { kind, detection, original }: Claim, context: Context): Trust {
  const signals = new Signals();
  const seen = new Set(detection.map(({ id }) => id));
  const dressed = isDressed(kind, (id) => seen.has(id));
  for (const { id, quote } of detection) if (SHARED.includes(id)) signals.note(id, quote);
  const ours = oursOf(context);
  readEnvelope(message, signals, ours, seen.has('daemon-sender'));
  const report = dressed || isReport(kind) ? splitReport(message) : null;
  if (report && isReport(kind)) readReturned(message, report, original, signals, ours);
  readAttachments(message, signals.note);
  const words = ownWords(message, report, original);
  readWording(words, signals.note);
  readLinks(message, words, signals, context);
  return { verdict: verdictOf(message, kind, dressed, signals), signals: signals.list };
}
