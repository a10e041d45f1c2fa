/**
 * Takes out of a knowledge file what only authors and tests need: examples and sources.
 * The rest of the file goes into the program as it stands.
 */
const forAuthors = new Set(['example', 'examples', 'source', 'sources']);

module.exports = (text) =>
  JSON.stringify(JSON.parse(text, (key, value) => (forAuthors.has(key) ? undefined : value)));
