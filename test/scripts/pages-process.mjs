/**
 * Makes the generated pages for the tests, from the knowledge with the edits of standard input:
 * `[{ file, value }, …]`. Then looks for dead links below the folder of the first argument, if there is one.
 */
import { readFileSync } from 'node:fs';
import { deadLinks } from '../../scripts/docs/dead-links.mjs';
import { pagesOf } from '../../scripts/docs/pages.mjs';
import { readKnowledge } from '../../scripts/knowledge/read.mjs';

const knowledge = readKnowledge();
for (const { file, value } of JSON.parse(readFileSync(0, 'utf8'))) knowledge.files.set(file, value);
const [folder] = process.argv.slice(2);
process.stdout.write(
  JSON.stringify({ pages: Object.fromEntries(pagesOf(knowledge)), dead: folder ? deadLinks(folder) : [] }),
);
