/** Holds the texts of a language to its own file in style/: words to avoid, and terms that stand for English ones. */

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A letter, a mark on one or a digit: what a word is made of. */
const OF_A_WORD = '[\\p{L}\\p{M}\\p{N}]';

/** `organis*` finds "organisation", `mail` does not find "email". */
const asPattern = (text, isFirst = false) => {
  const before = isFirst ? '^' : text.startsWith('*') ? '' : `(?<!${OF_A_WORD})`;
  const [, core] = /^\*?(.*?)\*?$/su.exec(text);
  const rest = text.endsWith('*') ? `${OF_A_WORD}*` : `(?!${OF_A_WORD})`;
  return new RegExp(before + escape(core) + rest, 'iu');
};

const NONE = [];
const compiled = new WeakMap();

/** Rows with their patterns, compiled once: the same few hundred words are looked for in every text. */
const rowsOf = (list) => {
  const rows = Array.isArray(list) ? list : NONE;
  if (!compiled.has(rows)) compiled.set(rows, rows.flatMap(withPattern));
  return compiled.get(rows);
};

/** Nothing for a broken row: its schema says so. */
const withPattern = (row) => {
  const text = row?.text ?? row?.english;
  return typeof text === 'string' && text ? [{ ...row, pattern: asPattern(text, row.first) }] : [];
};

const isIn = (place, { in: places }) =>
  places === undefined || places.some((one) => place === one || place.startsWith(`${one}.`));

const without = (text, { unless = [] }) =>
  unless.reduce((left, phrase) => left.replaceAll(new RegExp(escape(phrase), 'giu'), ' '), text);

/**
 * What a text says that its language avoids, as pairs of fault and remedy.
 * @param place part and path: `help.signals.phone-number`
 * @param style the data of style/<language>.json, if there is one
 */
export const avoidFaults = (text, place, style) =>
  rowsOf(style?.avoid)
    .filter((row) => isIn(place, row) && row.pattern.test(text))
    .flatMap((row) => {
      const found = row.pattern.exec(without(text, row))?.[0];
      if (found === undefined) return [];
      const mend = row.better === '' ? 'Leave it out.' : `Write: ${row.better}.`;
      return [[`"${found}" ${row.reason}`, mend]];
    });

const holds = (text, word) => text.toLowerCase().includes(word.toLowerCase());

/** Terms of the English text that the translation has by another name, as pairs of fault and remedy. */
export const termFaults = (text, english, style) =>
  rowsOf(style?.terms)
    .filter(({ pattern }) => pattern.test(english))
    .filter(({ write }) => !write.some((word) => holds(text, word)))
    .map(({ english: term, write, reason }) => {
      const words = write.join('" or "');
      return [`has no word for "${term}": "${words}" ${reason}`, 'Use that word.'];
    });
