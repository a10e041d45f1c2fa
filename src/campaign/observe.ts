/** One record of a source, explained → its rows. */
import type { Context, Explanation, RecipientExplanation } from '../engine';
import { eventOf } from '../engine/record/outcome';
import { type Facts, factsOf, messageIdIn } from './facts';
import { hashOf } from './hash';
import { rootCauseOf } from './root-cause';
import { hasArrived, type Row } from './row';
import type { Piece } from './streams/piece';

/** What one record told. */
export interface Observation {
  rows: Row[];
  /** For each root cause that stands in it, an explanation with one recipient, from which its steps are told. */
  examples: Map<string, Explanation>;
  /** Does it only pretend to be a bounce? */
  isSuspicious: boolean;
}

/**
 * What the engine reads of a piece: of a row, the names of the columns stand above it.
 */
export function inputOf({ input, names, cells }: Piece): Uint8Array | string {
  return input ?? `${csvLine(names ?? [])}\n${csvLine(cells ?? [])}`;
}

/** All cells in quotes, so that they may hold marks, quotes and line ends. */
export const csvLine = (cells: readonly string[]) =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

/** @param source the name of the file that it stands in */
export function observe(
  piece: Piece,
  explanation: Explanation,
  source: string,
  context: Context = {},
): Observation {
  const facts = factsOf(piece, context.now);
  const observation: Observation = {
    rows: [],
    examples: new Map(),
    isSuspicious: explanation.trust.verdict === 'suspicious',
  };
  for (const recipient of explanation.recipients) {
    if (isClickOfSomeMail(recipient, facts)) continue;
    const row = rowOf(recipient, explanation, piece, facts, source, context);
    observation.rows.push(row);
    if (!hasArrived(row) && !observation.examples.has(row.rootCause))
      observation.examples.set(row.rootCause, { ...explanation, recipients: [recipient], warnings: [] });
  }
  return observation;
}

/** `open`, `click`: that mail arrived, but where nothing says which one it was, it ends no failure. */
const isClickOfSomeMail = ({ action, diagnostic }: RecipientExplanation, facts: Facts) =>
  action === 'delivered' &&
  facts.mail === null &&
  facts.originalMessageId === null &&
  eventOf(diagnostic?.split(':', 1)[0] ?? '') === 'engaged';

function rowOf(
  recipient: RecipientExplanation,
  { kind, trust, date, original }: Explanation,
  piece: Piece,
  facts: Facts,
  source: string,
  { ownDomains }: Context,
): Row {
  const { advice } = recipient;
  const known = {
    address: recipient.address?.toLowerCase() ?? null,
    kind,
    action: recipient.action,
    cause: recipient.cause,
    variant: recipient.variant,
    confidence: recipient.confidence,
    permanence: recipient.permanence,
    whoActs: advice.whoActs,
    resend: advice.resend.verdict,
    waitUntil: advice.resend.notBefore,
    removeAddress: advice.removeAddress.verdict,
    smtpReply: recipient.replyCode,
    status: recipient.status,
    diagnostic: recipient.diagnostic,
    evidence: recipient.evidence,
    provider: recipient.provider,
    trust: trust.verdict,
    campaign: facts.campaign ?? original.subject,
    originalMessageId: facts.originalMessageId ?? messageIdIn(original.messageId ?? ''),
    mail: facts.mail,
    firstSeen: facts.firstSeen ?? date,
    lastSeen: facts.lastSeen ?? date,
  };
  const told = tellings(piece, known.address);
  const events = [
    ...new Set(
      told.map((text) =>
        hashOf(
          JSON.stringify([
            known.address,
            known.mail,
            known.originalMessageId,
            known.lastSeen,
            known.action,
            text,
          ]),
        ),
      ),
    ),
  ].sort();
  return {
    ...known,
    times: events.length,
    source: `${source}:${piece.place}`,
    rootCause: rootCauseOf(known, ownDomains),
    events,
  };
}

/** Of a log, each line that names the person; any other record tells once. */
function tellings({ form, input, cells }: Piece, address: string | null): string[] {
  if (form === 'log' && typeof input === 'string' && address !== null && input.includes('\n')) {
    const lines = input.split('\n').filter((line) => line.toLowerCase().includes(address));
    if (lines.length > 0) return lines;
  }
  return [cells?.join('\u0000') ?? (typeof input === 'string' ? input : '')];
}
