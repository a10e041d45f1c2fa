/**
 * Takes out of a knowledge record what only authors and tests need: examples and sources.
 * Words are left as they are: there, a text may go by any name.
 */
/** How something is done is told with the page to read on: its source stays. */
const isHow = (path) => /[\\/]how[\\/][^\\/]+$/.test(path);
const forAuthors = new Set(['example', 'examples', 'source', 'sources']);
const isWords = (path) =>
  /[\\/]words[\\/]|[\\/]causes[\\/][^\\/]+[\\/](?!cause\.json|variants\.json)/.test(path);

module.exports = function strip(text) {
  if (isWords(this.resourcePath)) return text;
  if (isHow(this.resourcePath)) return JSON.stringify(JSON.parse(text));
  return JSON.stringify(JSON.parse(text, (key, value) => (forAuthors.has(key) ? undefined : value)));
};
