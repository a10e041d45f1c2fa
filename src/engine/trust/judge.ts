/**
 * Is the message what it claims to be? Judged from its headers, the mail that it returns, its links and its
 * wording; each observation is named. Nothing is ever called safe.
 */
import type { Context } from '../context';
import type { Trust } from '../explanation';
import type { Reading } from '../reading';
import type { Message } from '../mail/message';
import { type Border, borderOf } from './border';
import { readEnvelope } from './envelope';
import { callsItselfMail, readHeld, reportsNothing } from './held';
import { readLinks } from './links';
import { oursOf, recipientsOf } from './ours';
import { failedOrganisations, isCarrierOurs, readReporter } from './reporter';
import { readReturned } from './returned';
import { Signals } from './signals';
import { isDressed, isReport, verdictOf } from './verdict';
import { hasLure, MAX_WORDS, ownWords, readAttachments, readDemands, readWording } from './wording';

/** Observations of detection that trust rests on, too, and shows. */
const SHARED = ['status-part', 'returned-mail', 'exchange-ndr-field'];

/**
 * @param carrier the mail that this one was found in; none where it came by itself
 * @param border who took it in, where that is known already
 */
export function judge(
  { message, seen, text, report, detection }: Reading,
  context: Context,
  known: { carrier?: Message; border?: Border } = {},
): Trust {
  const { kind } = detection;
  const dressed =
    isDressed(kind, (id) => seen.has(id)) || (seen.has('own-address-in-subject') && callsItselfMail(message));
  const baits = hasLure(message, text, seen, dressed || isReport(kind));
  // Ordinary mail, of which nothing is claimed.
  if (!dressed && kind === 'not-a-report' && !baits) return { verdict: 'unverified', signals: [] };
  const signals = new Signals();
  for (const { id, quote } of detection.signals) if (SHARED.includes(id)) signals.note(id, quote);
  const ours = oursOf(context);
  const { carrier, border = borderOf(message.headers, ours) } = known;
  const own = recipientsOf(message);
  const proved = readEnvelope(message, signals, ours, border, seen.has('daemon-sender'));
  if (isReport(kind)) readReturned(message, own, text, report, signals, ours);
  if (message.form === 'mail') readReporter(message, own, report, signals, ours, border, proved);
  if (carrier !== undefined && !isCarrierOurs(carrier, ours)) signals.note('carrier-unproved');
  readAttachments(message, signals.note);
  // Without a lure anywhere, what is whose does not matter.
  const words = baits
    ? ownWords(message, dressed || isReport(kind) ? text : null, report)
    : text.text.slice(0, MAX_WORDS);
  if (baits) readWording(words, signals.note);
  readDemands(message, words, signals.note);
  const confirmed = signals.has('reporter-of-recipient') ? failedOrganisations(own, report) : [];
  if (reportsNothing(own, seen, report)) signals.note('reports-nothing');
  const leadsElsewhere = readLinks(message, own, words, signals, context, confirmed);
  if (signals.has('reports-nothing')) readHeld(message, own, text.text, seen, signals, leadsElsewhere);
  return { verdict: verdictOf(message, kind, dressed, signals), signals: signals.list };
}
