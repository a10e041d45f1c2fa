/** `npm run new:cause`: the folder of a cause, after the model of another, and its id where the program lists them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languagesOf } from '../knowledge/languages.mjs';
import { isId } from './arguments.mjs';

const MODEL = 'mailbox-full';
const SCHEMA = 'schemas/shared.schema.json';

export const options = ['like'];

export const usage = ({ causeIds }) => `Adds a cause: its folder, with texts to be written.

  npm run new:cause -- mailbox-moved --like mailbox-disabled

Needed:
  the id   lower case words joined by dashes; not one of: ${causeIds.join(', ')}

May be given:
  --like   the cause whose steps and texts are the model; ${MODEL}, if not given`;

const toWrite = (text) => `TODO ${text}`;

/** The model's words, each marked as still to be written. */
const wordsLike = (words) =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? toWrite(value) : wordsLike(value),
    ]),
  );

const without = (fields, ...names) =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => !names.includes(key)));

/** `CauseId` with one more member. */
const withCauseId = (source, id) =>
  source.replace(/export type CauseId =[^;]*/, (union) => `${union}\n  | '${id}'`);

const withSchemaId = (schema, id) => {
  const copy = JSON.parse(JSON.stringify(schema));
  copy.definitions.causeId.enum.push(id);
  return copy;
};

/** See `run`. */
export const make = ({ files, causeIds, schemas }, { words: [id, ...more], options: given, folder }) => {
  if (id === undefined) return { missing: ['the id'] };
  const [like] = given.like ?? [MODEL];
  const model = files.get(`causes/${like}/cause.json`);
  const refused = [
    ...(more.length > 0 ? [`One id at a time: what is ${more.join(' ')}?`] : []),
    ...(isId(id) ? [] : [`"${id}" is no id. Write lower case words joined by dashes.`]),
    ...(causeIds.includes(id) || files.has(`causes/${id}/cause.json`)
      ? [`There is a cause "${id}" already: src/knowledge/causes/${id}.`]
      : []),
    ...(model ? [] : [`There is no cause "${like}" to be like. There are: ${causeIds.join(', ')}.`]),
  ];
  if (refused.length > 0) return { refused };
  const schema = schemas.find(({ $id }) => SCHEMA.endsWith($id));
  // The model's variants are its own.
  const ofModel = without(model, 'atPersonalMailbox', 'atUnmannedAddress', 'atOwnServer', 'whileTried');
  const text = without(files.get(`causes/${like}/en.json`), 'variants');
  const record = {
    ...ofModel,
    id,
    examples: [toWrite('one line from such a bounce'), toWrite('another such line')],
  };
  const words = wordsLike(text);
  return {
    files: new Map([
      [`causes/${id}/cause.json`, record],
      ...languagesOf(files).map((language) => [`causes/${id}/${language}.json`, words]),
      [SCHEMA, withSchemaId(schema, id)],
      ['records.ts', withCauseId(readFileSync(join(folder, 'records.ts'), 'utf8'), id)],
    ]),
    next: [
      `Write src/knowledge/causes/${id}/cause.json and en.json; each TODO is a text of "${like}" to be replaced.`,
      'Write the same words in every other language.',
      'npm run new:wording: at least one wording, or a code, has to lead to the cause.',
      'npm run index:knowledge && npm run check:knowledge: names what is still to be written.',
    ],
  };
};
