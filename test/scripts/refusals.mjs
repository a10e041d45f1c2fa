/** Asks the makers of `npm run new:…` for each `[what, arguments]` of standard input what they refuse, as JSON. */
import { readFileSync } from 'node:fs';
import { knowledgeFolder, readKnowledge } from '../../scripts/knowledge/read.mjs';
import { readArguments } from '../../scripts/new/arguments.mjs';
import * as cause from '../../scripts/new/cause.mjs';
import * as language from '../../scripts/new/language.mjs';
import * as variant from '../../scripts/new/variant.mjs';
import * as wording from '../../scripts/new/wording.mjs';

const makers = { cause, language, variant, wording };
const knowledge = readKnowledge();
const answers = JSON.parse(readFileSync(0, 'utf8')).map(([what, argv]) => {
  const { make, options } = makers[what];
  const { missing, refused } = make(knowledge, { ...readArguments(argv, options), folder: knowledgeFolder });
  return { missing: missing ?? [], refused: refused ?? [] };
});
process.stdout.write(JSON.stringify(answers));
