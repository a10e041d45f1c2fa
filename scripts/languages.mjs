/** Prints how much of each language is translated, and fails where a text is missing. */
import { completeness, percent } from './knowledge/languages.mjs';
import { readKnowledge } from './knowledge/read.mjs';

const counts = completeness(readKnowledge());
for (const count of counts)
  console.log(
    `${count.language.padEnd(8)}${percent(count).padStart(6)} %  ${count.done} of ${count.all} texts`,
  );

const behind = counts.filter(({ done, all }) => done < all);
if (behind.length > 0) {
  const names = behind.map(({ language }) => language).join(', ');
  console.error(`Not complete: ${names}. npm run check:knowledge names each text that is missing.`);
  process.exitCode = 1;
}
