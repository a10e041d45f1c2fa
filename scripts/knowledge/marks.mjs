/** Holds quotation marks, spaces, apostrophes and digits of a text to those of its language. */

const QUOTES = /["“”„‟«»‹›‚‘]/gu;
const NO_BREAK = /[\u00a0\u202f]/u;

/** A mark counts where a sentence or a clause ends with it, not inside `https://` or `.eml`. */
const CLAUSE_END = /(?=\s|$)/.source;

const quoteFaults = (text, [open, close]) => {
  const own = [...open, ...close].filter((mark) => /\S/u.test(mark));
  const foreign = [...text.matchAll(QUOTES)].map(([mark]) => mark).filter((mark) => !own.includes(mark));
  const count = (mark) => text.split(mark).length - 1;
  return foreign.length > 0
    ? [[`has the mark ${foreign[0]}`, `Quote with ${open}…${close}.`]]
    : count(open.trim()) !== count(close.trim())
      ? [['has a quotation mark without its other half', `Quote with ${open}…${close}.`]]
      : count(open) !== count(open.trim()) || count(close) !== count(close.trim())
        ? [['has a quotation mark without its no-break space', `Quote with ${open}…${close}.`]]
        : [];
};

/** French puts a space before some marks, on which no line may break; other languages put none. */
const spaceFaults = (text, marks) => {
  const spaced = [...text.matchAll(new RegExp(`(.)([:;!?,.»])${CLAUSE_END}`, 'gsu'))];
  const wants = (mark) => marks.includes(mark);
  const wrong = spaced.find(([, before, mark]) =>
    wants(mark) ? !NO_BREAK.test(before) && /[\s\p{L}\p{N})]/u.test(before) : before === ' ',
  );
  if (!wrong) return [];
  return wants(wrong[2])
    ? [[`has no no-break space before "${wrong[2]}"`, 'Write U+00A0 or U+202F there.']]
    : [[`has a space before "${wrong[2]}"`, 'Take the space out.']];
};

/** Numbers that the program writes come from Intl: one text has one kind of digits. */
const digitFaults = (text, language) => {
  const digits = text.match(/\p{Nd}/gu);
  if (!digits) return [];
  const zero = new Intl.NumberFormat(language).format(0).codePointAt(0);
  const other = digits.find((digit) => digit.codePointAt(0) < zero || digit.codePointAt(0) > zero + 9);
  return other === undefined
    ? []
    : [[`has the digit ${other}`, `Write ${String.fromCodePoint(zero)} and so on, as dates have.`]];
};

const opensFaults = (text, opens) =>
  Object.entries(opens)
    .filter(([end, start]) => text.split(end).length !== text.split(start).length)
    .map(([end, start]) => [`has ${end} without ${start}`, `Write ${start}…${end}.`]);

const insteadFaults = (text, instead) =>
  Object.entries(instead)
    .filter(([latin]) => new RegExp(`[\\p{L}\\p{M})][${latin}]${CLAUSE_END}`, 'u').test(text))
    .map(([latin, own]) => [`has the mark "${latin}"`, `Write "${own}".`]);

/**
 * What is wrong with the marks of one text, as pairs of fault and remedy.
 * @param text with a letter in place of each name that stays untranslated
 * @param style the data of style/<language>.json; without it, only what holds in every language is checked
 */
export const markFaults = (text, language, style) => {
  const { quotes, spaceBefore = '', opens = {}, instead = {} } = style?.marks ?? {};
  return [
    ...(/'/.test(text) ? [['has the straight apostrophe', 'Write ’.']] : []),
    ...(/\.{3}/.test(text) ? [['has three dots', 'Write ….']] : []),
    ...digitFaults(text, language),
    ...(quotes ? quoteFaults(text, quotes) : []),
    ...(style ? spaceFaults(text, spaceBefore) : []),
    ...opensFaults(text, opens),
    ...insteadFaults(text, instead),
  ];
};
