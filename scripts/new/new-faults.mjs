/** What the makers of drafts refuse: the checks of `npm run check:knowledge`, asked before anything is written. */
import { checkKnowledge } from '../knowledge/check.mjs';
import { line } from '../knowledge/faults.mjs';

/**
 * What the checks say of the knowledge with changed files, and did not say without them.
 * @param {ReadonlyMap<string, unknown>} changed path below the knowledge folder → content
 * @returns {import('../knowledge/faults.mjs').Fault[]}
 */
export const newFaults = (knowledge, changed) => {
  const before = new Set(checkKnowledge(knowledge).map(line));
  const files = new Map([...knowledge.files, ...changed]);
  return checkKnowledge({ ...knowledge, files }).filter((found) => !before.has(line(found)));
};
