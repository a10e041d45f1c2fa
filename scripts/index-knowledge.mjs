/**
 * Writes what is made from the knowledge: src/knowledge/generated, docs/generated/causes and docs/generated/codes.
 * With --docs only the pages of docs; with --check it only says whether all is up to date.
 */
import { stale, writeAll } from './knowledge/generate-all.mjs';
import { line } from './knowledge/faults.mjs';
import { readKnowledge } from './knowledge/read.mjs';

const knowledge = readKnowledge();
for (const broken of knowledge.unread) console.error(line(broken));
const kinds = process.argv.includes('--docs') ? ['docs'] : undefined;

if (process.argv.includes('--check')) {
  const files = await stale(knowledge, kinds);
  for (const file of files) console.error(`${file} is out of date: run npm run index:knowledge.`);
  process.exitCode = files.length > 0 ? 1 : 0;
} else if (knowledge.unread.length > 0) {
  // An index without the broken file would look complete.
  process.exitCode = 1;
} else {
  const touched = await writeAll(knowledge, kinds);
  console.log(touched.length > 0 ? `Wrote ${touched.join(', ')}.` : 'All is up to date.');
}
