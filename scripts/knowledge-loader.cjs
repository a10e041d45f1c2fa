/**
 * Takes out of a knowledge record what only authors and tests need: examples and sources.
 * Words are left as they are: there, a text may go by any name.
 */
const forAuthors = new Set(['example', 'examples', 'source', 'sources']);
const isWords = (path) => /[\\/]words[\\/]|[\\/]causes[\\/][^\\/]+[\\/](?!cause\.json)/.test(path);

module.exports = function strip(text) {
  if (isWords(this.resourcePath)) return text;
  return JSON.stringify(JSON.parse(text, (key, value) => (forAuthors.has(key) ? undefined : value)));
};
