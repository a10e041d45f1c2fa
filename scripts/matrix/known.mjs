/** The fixed selection that `npm test` tries, and the parts of it that are known to fail. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { partNames } from './blame.mjs';

export const SELECTION = { seed: 2026, count: 300 };
export const knownFile = fileURLToPath(new URL('known-to-fail.json', import.meta.url));
export const readKnown = () => JSON.parse(readFileSync(knownFile, 'utf8'));

/** `answer a`, or `answer a + container b` where only both together fail. */
const holds = (one, entry) => {
  const names = partNames(one);
  return entry.split(' + ').every((name) => names.includes(name));
};

/**
 * @param judged the selection, each with `right`
 * @param known names of parts that are known to fail
 * @returns `unexpected`: failures that hold no known part; `mended`: known parts all of whose combinations are right
 */
export function compareWithKnown(judged, known) {
  const failed = judged.filter(({ right }) => !right);
  return {
    unexpected: failed.filter((one) => !known.some((entry) => holds(one, entry))),
    mended: known.filter((entry) => !failed.some((one) => holds(one, entry))),
  };
}

/**
 * The fewest names that explain the failures of the selection, those that a large run blames first.
 * @param blamed names of parts, the worst first
 */
export function knownFrom(judged, blamed) {
  let left = judged.filter(({ right }) => !right);
  const known = [];
  for (const entry of blamed) {
    const rest = left.filter((one) => !holds(one, entry));
    if (rest.length < left.length) known.push(entry);
    left = rest;
  }
  for (const { parts } of left) known.push(`answer ${parts.answer} + container ${parts.container}`);
  return [...new Set(known)].sort();
}
