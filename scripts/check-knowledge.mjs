/** Checks every file of src/knowledge and says of each fault where it is and how to mend it. */
import { checkKnowledge } from './knowledge/check.mjs';
import { fault, line } from './knowledge/faults.mjs';
import { staleFiles } from './knowledge/generate.mjs';
import { knowledgeFolder, readKnowledge } from './knowledge/read.mjs';
import { countSources } from './knowledge/sources.mjs';

const knowledge = readKnowledge();
const stale = (await staleFiles(knowledge, knowledgeFolder)).map((file) =>
  fault(file, '', 'does not fit the files it was made from', 'Run npm run index:knowledge.'),
);
const faults = [...checkKnowledge(knowledge), ...stale];

for (const found of faults) console.error(line(found));
if (faults.length > 0) {
  console.error(`\n${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the knowledge.`);
  process.exitCode = 1;
} else {
  const { sourced, bare } = countSources(knowledge.files);
  console.log(`${knowledge.files.size} knowledge files checked, no fault.`);
  console.log(`${sourced} records with a source, ${bare} without.`);
}
