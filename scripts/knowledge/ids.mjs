/** Checks that ids are unique and that what names an id finds it. */
import { fault } from './faults.mjs';
import { filesOf, rowsOf, single } from './layout.mjs';

/** Lists whose ids must differ: each is an array of `{ file, path, id }`. */
const idLists = (files) => [
  filesOf(files, 'wordings').flatMap(({ file, data }) =>
    rowsOf(data?.rows).map(({ row, at }) => ({ file, path: `rows[${at}].id`, id: row.id })),
  ),
  ...['providers.json', 'links.json', 'handling.json'].map((file) =>
    rowsOf(files.get(file)).map(({ row, at }) => ({ file, path: `[${at}].id`, id: row.id })),
  ),
  ...filesOf(files, 'codes').map(({ file, data }) =>
    rowsOf(data?.rows).map(({ row, at }) => ({ file, path: `rows[${at}].code`, id: row.code })),
  ),
];

const repeated = (list) => {
  const first = new Map();
  return list.flatMap(({ file, path, id }) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, `${file}, ${path}`);
      return [];
    }
    return [fault(file, path, `"${id}" is taken already (${before})`, 'Choose another, or join the two.')];
  });
};

const linkNames = (files) => [
  ...filesOf(files, 'cause').flatMap(({ file, data }) =>
    rowsOf(data?.steps).map(({ row, at }) => ({ file, path: `steps[${at}].link`, id: row.link })),
  ),
  ...rowsOf(files.get('handling.json')).map(({ row, at }) => ({
    file: 'handling.json',
    path: `[${at}].link`,
    id: row.link,
  })),
];

/** Stand for no mail system in particular: words that anyone may use, codes that the standards define. */
const common = { wordings: 'any', codes: 'rfc' };

const providerNames = (files) =>
  Object.entries(common).flatMap(([kind, nobody]) =>
    filesOf(files, kind)
      .map(({ file, data }) => ({ file, path: 'provider', id: data?.provider }))
      .filter(({ id }) => id !== nobody),
  );

/** A wording's file is its provider's: the name of the file, its provider and the ids of its rows agree. */
const wordingOwners = (files) => {
  const providers = rowsOf(files.get('providers.json')).map(({ row }) => row.id);
  const owners = new Set([...providers, common.wordings]);
  return filesOf(files, 'wordings').flatMap(({ file, data, names: [name] }) => {
    const provider = data?.provider;
    if (!owners.has(provider)) return [];
    const expected = providers.includes(name) ? name : common.wordings;
    const found =
      provider === expected
        ? []
        : [
            fault(
              file,
              'provider',
              `is "${provider}", but the file is named after "${expected}"`,
              `Write "${expected}", or move the rows to wordings/${provider}.json.`,
            ),
          ];
    return [
      ...found,
      ...rowsOf(data?.rows).flatMap(({ row, at }) => {
        const named = [...owners].find((owner) => owner !== provider && `${row.id}`.startsWith(`${owner}-`));
        return named === undefined || `${row.id}`.startsWith(`${provider}-`)
          ? []
          : [
              fault(
                file,
                `rows[${at}].id`,
                `"${row.id}" names "${named}" in a file of "${provider}"`,
                `Begin it with "${provider}-", or move the row.`,
              ),
            ];
      }),
    ];
  });
};

const unresolved = (names, list, file) => {
  const known = new Set(rowsOf(list).map(({ row }) => row.id));
  return names
    .filter(({ id }) => typeof id === 'string' && !known.has(id))
    .map((name) =>
      fault(name.file, name.path, `${file} has no "${name.id}"`, `Add it to ${file}, or name another.`),
    );
};

/** Ids are unique, references resolve, and none of the files in `single` is missing. */
export const checkIds = ({ files, unread }) => [
  ...single
    .filter((file) => !files.has(file) && !unread.some((broken) => broken.file === file))
    .map((file) => fault(file, '', 'the file is missing', 'Restore it from the history of the repository.')),
  ...idLists(files).flatMap(repeated),
  ...unresolved(linkNames(files), files.get('links.json'), 'links.json'),
  ...wordingOwners(files),
  ...unresolved(providerNames(files), files.get('providers.json'), 'providers.json'),
];
