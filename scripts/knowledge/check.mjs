/** All checks of the knowledge, each in its own file. No check stops another. */
import { checkCauses } from './causes.mjs';
import { checkHelp } from './help.mjs';
import { checkIds } from './ids.mjs';
import { checkRowOverrides } from './row-overrides.mjs';
import { checkSchemas } from './schema.mjs';
import { checkSentences } from './sentences.mjs';
import { checkUrls } from './urls.mjs';
import { checkVariants } from './variants.mjs';
import { checkWordings } from './wordings.mjs';
import { checkWords } from './words.mjs';

const checks = [
  checkSchemas,
  checkCauses,
  checkHelp,
  checkIds,
  checkRowOverrides,
  checkSentences,
  checkUrls,
  checkVariants,
  checkWordings,
  checkWords,
];

/**
 * @param knowledge what `readKnowledge` returns
 * @returns {import('./faults.mjs').Fault[]} by file, in the order of the checks
 */
export const checkKnowledge = (knowledge) =>
  [...knowledge.unread, ...checks.flatMap((check) => check(knowledge))].sort((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0,
  );
