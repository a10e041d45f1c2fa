/** Checks every file of src/knowledge and says of each fault where it is and how to mend it. */
import { checkKnowledge } from './knowledge/check.mjs';
import { stale } from './knowledge/generate-all.mjs';
import { line } from './knowledge/faults.mjs';
import { readKnowledge } from './knowledge/read.mjs';
import { besideOf, cellsOf } from './knowledge/sentences.mjs';
import { countSources } from './knowledge/sources.mjs';

const knowledge = readKnowledge();
const faults = [
  ...checkKnowledge(knowledge).map(line),
  ...(await stale(knowledge)).map(
    (file) => `${file}: does not fit the files it was made from. Run npm run index:knowledge.`,
  ),
];

for (const found of faults) console.error(found);
if (faults.length > 0) {
  console.error(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the knowledge.`);
  process.exitCode = 1;
} else {
  const { sourced, bare } = countSources(knowledge.files);
  console.log(`${knowledge.files.size} knowledge files checked, no fault.`);
  console.log(`${sourced} records with a source, ${bare} without.`);
  for (const [what, { filled, all, empty }] of [
    ['Sentences by language', cellsOf(knowledge.files)],
    ['What stands beside them', besideOf(knowledge.files)],
  ])
    console.log(`${what}: filled ${filled} of ${all}. Empty: ${empty.join('; ')}.`);
}
