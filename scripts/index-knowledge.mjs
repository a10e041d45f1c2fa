/** Writes src/knowledge/index.ts and languages/*.ts; with --check it only says whether they are up to date. */
import { line } from './knowledge/faults.mjs';
import { staleFiles, writeGenerated } from './knowledge/generate.mjs';
import { knowledgeFolder, readKnowledge } from './knowledge/read.mjs';

const knowledge = readKnowledge();
for (const broken of knowledge.unread) console.error(line(broken));

if (process.argv.includes('--check')) {
  const stale = await staleFiles(knowledge, knowledgeFolder);
  for (const file of stale)
    console.error(`src/knowledge/${file} is out of date: run npm run index:knowledge.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else if (knowledge.unread.length > 0) {
  // An index without the broken file would look complete.
  process.exitCode = 1;
} else {
  const touched = await writeGenerated(knowledge, knowledgeFolder);
  console.log(touched.length > 0 ? `Wrote ${touched.join(', ')}.` : 'The index is up to date.');
}
