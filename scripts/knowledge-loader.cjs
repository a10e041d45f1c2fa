/**
 * Takes out of a knowledge record what only authors and tests need: examples and sources.
 * Words are left as they are: there, a text may go by any name.
 *
 * With the option `holdsBack`, also the phrases of other languages than English (`knowledge/foreign-phrases.cjs`), which
 * are what `…json?foreign` gives, and the ids of wordings: only the command tells which row decided (`--trace`).
 */
const { isHeldBack, patchesOf, withoutForeign } = require('./knowledge/foreign-phrases.cjs');

/** How something is done is told with the page to read on: of its source, the address stays. */
const isHow = (path) => /[\\/]how[\\/][^\\/]+$/.test(path);
const withPages = ({ tasks, ...how }) => ({
  ...how,
  tasks: tasks.map(({ source: { url }, ...task }) => ({ ...task, source: { url } })),
});
const forAuthors = new Set(['example', 'examples', 'source', 'sources']);
const isWordings = (path) => /[\\/]wordings[\\/][^\\/]+$/.test(path);
const withoutIds = ({ rows, ...table }) => ({ ...table, rows: rows.map((row) => ({ ...row, id: '' })) });
const isWords = (path) =>
  /[\\/]words[\\/]|[\\/]causes[\\/][^\\/]+[\\/](?!cause\.json|variants\.json)/.test(path);

module.exports = function strip(text) {
  const { resourcePath: path, resourceQuery: query } = this;
  if (isWords(path)) return text;
  if (isHow(path)) return JSON.stringify(withPages(JSON.parse(text)));
  const table = JSON.parse(text, (key, value) => (forAuthors.has(key) ? undefined : value));
  if (query === '?foreign') return JSON.stringify(patchesOf(table));
  const { holdsBack = false } = this.getOptions();
  if (!holdsBack) return JSON.stringify(table);
  const kept = isHeldBack(path) ? withoutForeign(table) : table;
  return JSON.stringify(isWordings(path) ? withoutIds(kept) : kept);
};
