/** Fills `{name}` and `{name|encoding}` in the lines of a part. */

const asCell = (text, mark) =>
  text.includes(mark) || text.includes('"') ? `"${text.replace(/"/g, '""')}"` : text;

/** How a value is written where it has to be escaped. Data names them: `{framed|json}`. */
const encodings = {
  json: (text) => JSON.stringify(text).slice(1, -1),
  csv: (text) => asCell(text, ','),
  cells: (text) => text.replace(/,/g, ';'),
  semicolon: (text) => asCell(text, ';'),
  quotes: (text) => text.replace(/"/g, '""'),
  pipe: (text) => text.replace(/\|/g, '\\|'),
  python: (text) => text.replace(/\\/g, '\\\\').replace(/'/g, "\\'"),
  html: (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
  underscores: (text) => text.replace(/ /g, '_'),
  pad24: (text) => text.padEnd(24),
  pad34: (text) => text.padEnd(34),
};

/**
 * @param values by name; `t.` names a text of the language
 * @throws where a placeholder has no value: a fault of the data
 */
export function fill(line, values) {
  return line.replace(/\{(t\.)?([a-zA-Z]+)(?:\|(\w+))?\}/g, (whole, isText, name, encoding) => {
    const value = isText ? values.texts?.[name] : values[name];
    if (value === undefined || value === null) throw new Error(`No value for ${whole} in: ${line}`);
    // Texts of a language name the address in their midst.
    const text = isText ? fill(value, values) : String(value);
    return encoding ? encodings[encoding](text) : text;
  });
}

/** The line uses a text of a language. */
export const isTranslated = (lines) => lines.some((line) => line.includes('{t.'));

/** The lines name the recipient, by themselves or in a text of the language. */
export const namesRecipient = (lines, texts) =>
  lines.some(
    (line) =>
      line.includes('{address') ||
      [...line.matchAll(/\{t\.(\w+)\}/g)].some(([, key]) => texts?.[key]?.includes('{address')),
  );
