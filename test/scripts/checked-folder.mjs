/** Prints, as JSON, the lines of the checker and the completeness of a knowledge folder. */
import { checkKnowledge } from '../../scripts/knowledge/check.mjs';
import { line } from '../../scripts/knowledge/faults.mjs';
import { completeness, percent } from '../../scripts/knowledge/languages.mjs';
import { readKnowledge } from '../../scripts/knowledge/read.mjs';

const knowledge = readKnowledge(process.argv[2]);
process.stdout.write(
  JSON.stringify({
    faults: checkKnowledge(knowledge).map(line),
    done: Object.fromEntries(completeness(knowledge).map((count) => [count.language, percent(count)])),
  }),
);
