/** The parts that combinations are made of, read from the JSON files below `parts/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const folder = fileURLToPath(new URL('parts/', import.meta.url));
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const readFolder = (name) =>
  readdirSync(join(folder, name))
    .sort()
    .map((file) => read(join(name, file)));

/**
 * @returns answers, frames, containers, wrappers, languages and near misses, each with an `id`; and the values
 * (addresses, hosts) that fill their `{placeholders}`. README.md beside this file describes the fields.
 */
export function loadParts() {
  return {
    answers: readFolder('answers').flatMap(({ family, answers }) =>
      answers.map((answer) => ({ ...answer, family })),
    ),
    frames: read('frames.json'),
    containers: readFolder('containers').flatMap(({ group, containers }) =>
      containers.map((container) => ({ ...container, group })),
    ),
    wrappers: read('wrappers.json'),
    languages: Object.entries(read('languages.json')).map(([id, texts]) => ({ id, texts })),
    nearMisses: read('near-misses.json'),
    speakers: read('speakers.json'),
    values: read('values.json'),
  };
}
