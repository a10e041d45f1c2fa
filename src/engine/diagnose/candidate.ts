/** What a row of the knowledge says about a record, and how much it weighs against others. */
import type { Beside, CauseId, Particulars, WordingRecord } from '../../knowledge/records';
import type { Confidence } from '../explanation';

/** What a row says, and whose row it is. */
export interface Ruling {
  cause: CauseId;
  confidence: Confidence;
  /** The words, or the code, as they stand in the bounce. */
  evidence: string | null;
  /** Id of the row. */
  rule: string | null;
  /** What the row knows better than its cause does. */
  overrides: Particulars;
  /** Id of the provider whose row it is. */
  provider: string;
}

export interface Candidate extends Ruling {
  /** The higher wins; see `rank.ts`. */
  rank: number;
}

/** Which rows are asked. */
export type Only = (row: Particulars & Pick<WordingRecord, 'cause' | 'beside'>) => boolean;
export const ANY: Only = () => true;

/** Does a row say at whose server the fault is? */
export const tellsWhere = ({ beside }: Parameters<Only>[0]) =>
  beside !== undefined && AT_WHOSE_SERVER.has(beside);
const AT_WHOSE_SERVER: ReadonlySet<Beside> = new Set([
  'submission',
  'own-address',
  'local-delivery',
  'no-server',
]);

/** @returns of two that are as strong, the first */
export const higherRanked = (a: Candidate | null, b: Candidate | null) =>
  a && b ? (a.rank >= b.rank ? a : b) : (a ?? b);
