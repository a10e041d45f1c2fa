import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** See checks-process.mjs. */
export interface Edit {
  file: string;
  path: readonly (string | number)[];
  value?: unknown;
}

export interface Answers {
  /** What the checker says of the knowledge as it is. */
  asItIs: string[];
  stale: string[];
  causeIds: string[];
  /** Generated files, were there the made-up languages `de` and `ar`. */
  withLanguages: Record<string, string>;
  languageFaults: string[];
  /** Language and per cent, where `de` lacks one file. */
  completeness: [string, string][];
  /** As `answers`, on top of the made-up languages. */
  brokenLanguages: string[][];
  /** Per case, what the checker says of the edited knowledge. */
  answers: string[][];
}

/** Checks the knowledge once as it is and once for each list of edits. Nothing is written. */
export const runChecks = (
  cases: readonly (readonly Edit[])[],
  brokenLanguages: readonly (readonly Edit[])[] = [],
): Answers =>
  JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'checks-process.mjs')], {
      input: JSON.stringify({ cases, brokenLanguages }),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    }),
  ) as Answers;
