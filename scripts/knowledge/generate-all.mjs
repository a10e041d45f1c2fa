/** All that is made from the knowledge: the TypeScript that imports it, and the pages of docs. */
import { join } from 'node:path';
import { pageFolders, pagesFolder, pagesOf } from '../docs/pages.mjs';
import { generate } from './generate-imports.mjs';
import { staleFiles, writeFiles } from './generated-files.mjs';
import { knowledgeFolder } from './read.mjs';

/** Each kind as `{ name, folder, folders, make }`; `name` is the folder as people write it. */
const kinds = {
  index: {
    name: 'src/knowledge/generated',
    folder: join(knowledgeFolder, 'generated'),
    folders: ['.'],
    make: (knowledge) => generate(knowledge, knowledgeFolder),
  },
  docs: { name: 'docs/generated', folder: pagesFolder, folders: pageFolders, make: pagesOf },
};

const each = async (knowledge, names, act) => {
  const found = [];
  for (const kind of names) {
    const { name, folder, folders, make } = kinds[kind];
    const files = act(await make(knowledge), folder, folders);
    found.push(...files.map((file) => `${name}/${file}`));
  }
  return found;
};

/** Generated files that do not fit the knowledge, by their path in the repository. */
export const stale = (knowledge, names = Object.keys(kinds)) => each(knowledge, names, staleFiles);

/** Writes them. @returns the paths touched */
export const writeAll = (knowledge, names = Object.keys(kinds)) => each(knowledge, names, writeFiles);
