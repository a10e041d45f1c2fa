/** What one record told; or why it told nothing. */
import type { Row } from '../row';

export interface Observed {
  rows: Row[];
  isSuspicious: boolean;
  /** Recipients beyond what the engine keeps of one report. */
  leftOut: number;
  isUnreadable: boolean;
  /** Was mail of others refused? */
  isOthers: boolean;
}

/** What a record told that is not read. */
export const NOTHING_TOLD: Observed = {
  rows: [],
  isSuspicious: false,
  leftOut: 0,
  isUnreadable: false,
  isOthers: false,
};
