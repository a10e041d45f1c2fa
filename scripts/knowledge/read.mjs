/** Reads the knowledge folder into memory, so that every check, and every test of a check, works on plain data. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fault } from './faults.mjs';

export const knowledgeFolder = fileURLToPath(new URL('../../src/knowledge', import.meta.url));

/** Paths of all files with this ending below a folder, sorted, with forward slashes. */
const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith(ending))
    .sort();

/** A list with one entry a line; `#` starts a comment. */
const readList = (folder, name) => {
  const file = join(folder, name);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text
    .split('\n')
    .map((row) => row.replace(/#.*/, '').trim())
    .filter(Boolean);
};

/** `Exchange` stays as it is in every language, `de: Code` in German; the longest first, so that none hides another. */
const readUntranslated = (folder) =>
  readList(folder, 'untranslated.txt')
    .map((row) => /^(?:([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*): )?(.+)$/.exec(row))
    .map(([, language = null, text]) => ({ language, text }))
    .sort((a, b) => b.text.length - a.text.length);

/** The ids that the type `CauseId` lists: the program knows these causes and no others. */
const readCauseIds = (folder) => {
  const union = /export type CauseId =([^;]*);/.exec(readFileSync(join(folder, 'records.ts'), 'utf8'));
  return [...(union?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, id]) => id);
};

/**
 * @returns files: path → data of each file that is JSON; unread: a fault for each that is not;
 *   schemas: those of `schemas/`; hosts, untranslated and causeIds: what the checks compare with.
 */
export const readKnowledge = (folder = knowledgeFolder) => {
  const files = new Map();
  const schemas = [];
  const unread = [];
  for (const name of filesBelow(folder, '.json')) {
    try {
      const data = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (name.startsWith('schemas/')) schemas.push(data);
      else files.set(name, data);
    } catch (error) {
      const mend = 'Look for a missing or left-over comma, quote or bracket near that place.';
      unread.push(fault(name, '', `this is not JSON (${error.message})`, mend));
    }
  }
  return {
    files,
    unread,
    schemas,
    hosts: new Set(readList(folder, 'link-hosts.txt')),
    untranslated: readUntranslated(folder),
    causeIds: readCauseIds(folder),
  };
};
