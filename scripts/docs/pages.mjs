/** Every generated page of docs/generated/causes and docs/generated/codes. */
import { fileURLToPath } from 'node:url';
import { causePage, variantPage, variantPlace } from './cause-page.mjs';
import { codePages } from './code-pages.mjs';
import { factsOf } from './facts.mjs';
import { indexPage, wordingsPage } from './index-pages.mjs';
import { text } from './markdown.mjs';

export const pagesFolder = fileURLToPath(new URL('../../docs/generated', import.meta.url));

/** Folders in there that hold pages made from the knowledge, and nothing else. */
export const pageFolders = ['causes', 'codes'];

/** @returns {Map<string, string>} path below `pagesFolder` → text */
export const pagesOf = (knowledge) => {
  const facts = factsOf(knowledge);
  const titles = new Map(facts.causes.map(({ id, words }) => [id, text(words.title)]));
  return new Map([
    ['causes/README.md', indexPage(facts, titles)],
    ['causes/wordings.md', wordingsPage(facts, titles)],
    ...facts.causes.map((cause) => [`causes/${cause.id}.md`, causePage(cause, facts)]),
    ...facts.causes.flatMap((cause) =>
      cause.variants.map((variant) => [
        `causes/${variantPlace(cause.id, variant.id)}`,
        variantPage(cause, variant, facts),
      ]),
    ),
    ...codePages(facts, titles).map(([file, content]) => [`codes/${file}`, content]),
  ]);
};
