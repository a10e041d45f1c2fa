/**
 * One person and one mail: what became of it, why, and who acts. Rows of the same person and mail become one, in any
 * order and however often, with the same result (`joinRows`). Columns: docs/campaign.md.
 */
import type {
  Action,
  CauseId,
  Confidence,
  Kind,
  Permanence,
  RemoveAddress,
  Resend,
  TrustVerdict,
  VariantId,
  WhoActs,
} from '../engine';

export interface Row {
  /** Lower case; null where the bounce names nobody. */
  address: string | null;
  kind: Kind;
  action: Action;
  cause: CauseId;
  variant: VariantId | null;
  confidence: Confidence;
  permanence: Permanence | null;
  whoActs: WhoActs;
  resend: Resend;
  /** ISO 8601 UTC; null where no time can be named. */
  waitUntil: string | null;
  removeAddress: RemoveAddress;
  /** RFC 5321 reply code and RFC 3463 status, only where the source states them. */
  smtpReply: string | null;
  status: string | null;
  diagnostic: string | null;
  evidence: string | null;
  provider: string | null;
  trust: TrustVerdict;
  /** The campaign's name, else the mail's subject, else the service's category. */
  campaign: string | null;
  originalMessageId: string | null;
  /** What tells this mail from others within its source, where that is no Message-ID: a queue's number, an id of the service. */
  mail: string | null;
  /** ISO 8601 UTC; null where the source bears no times. */
  firstSeen: string | null;
  lastSeen: string | null;
  /** How often it was told. */
  times: number;
  /** Where the word that counts stands: `bounces.csv:17`. */
  source: string;
  /** What one act would cure: rows with equal ones belong together. */
  rootCause: string;
  /** Each telling by a number of its own: a file read twice tells nothing twice. */
  events: readonly string[];
}

/** Did the mail arrive? */
export const hasArrived = ({ action }: Pick<Row, 'action'>): boolean =>
  action === 'delivered' || action === 'relayed' || action === 'expanded';

/** Rows with equal keys are about the same person and mail, as far as one source tells. */
export const keyOf = ({ address, originalMessageId, mail, campaign, events }: Row): string =>
  JSON.stringify(
    address === null && originalMessageId === null && mail === null
      ? [null, events[0] ?? '']
      : [address, mail ?? originalMessageId ?? campaign],
  );

/** Two rows about the same person and mail → one. Commutative, associative, idempotent. */
export function joinRows(a: Row, b: Row): Row {
  const last = compareByTime(a, b) >= 0 ? a : b;
  const events = a.events === b.events ? a.events : [...new Set([...a.events, ...b.events])].sort();
  return {
    ...last,
    campaign: least(a.campaign, b.campaign),
    originalMessageId: least(a.originalMessageId, b.originalMessageId),
    firstSeen: least(a.firstSeen, b.firstSeen),
    lastSeen: last.lastSeen,
    times: events.length,
    events,
  };
}

/** What is told later counts; of what bears the same time, an arrival, then a failure. The rest only keeps the order total. */
function compareByTime(a: Row, b: Row): number {
  return (
    compare(a.lastSeen ?? '', b.lastSeen ?? '') ||
    RANK[a.action] - RANK[b.action] ||
    compare(textOf(b), textOf(a))
  );
}

const RANK: Readonly<Record<Action, number>> = {
  delivered: 4,
  relayed: 3,
  expanded: 2,
  failed: 1,
  delayed: 0,
};

/** All of a row that a join takes from the later one; what it takes from both does not decide. */
const textOf = (row: Row): string =>
  JSON.stringify({
    ...row,
    events: null,
    times: null,
    firstSeen: null,
    campaign: null,
    originalMessageId: null,
  });

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function least(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
