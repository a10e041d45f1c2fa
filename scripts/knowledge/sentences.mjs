/** Counts the empty cells of the table of sentences: each gap stands in its list, and nothing else does. */
import { fault } from './faults.mjs';
import { filesOf } from './layout.mjs';

export const checkSentences = ({ files }) =>
  filesOf(files, 'sentences').flatMap(({ file, data }) =>
    (Array.isArray(data?.rows) ? data.rows : []).flatMap((row, at) => {
      const stated = new Set(data.emptyCells?.[row?.id] ?? []);
      const languages = Array.isArray(data.languages) ? data.languages : [];
      const written = new Set(Object.keys(row?.phrases ?? {}));
      const path = `rows[${at}].phrases`;
      const missing = languages.filter((language) => !written.has(language) && !stated.has(language));
      const filled = [...stated].filter((language) => written.has(language));
      const unknown = [...written].filter((language) => !languages.includes(language));
      return [
        ...missing.map((language) =>
          fault(file, path, `has no words in ${language}`, 'Write them, or list the gap in emptyCells.'),
        ),
        ...filled.map((language) =>
          fault(file, path, `has words in ${language}, which emptyCells calls a gap`, 'Take the gap out.'),
        ),
        ...unknown.map((language) =>
          fault(
            file,
            path,
            `has words in ${language}, which is no language of the table`,
            'Add it to languages.',
          ),
        ),
      ];
    }),
  );

/**
 * Counts, by language, the phrases other than sentences: subjects, promises to try again, labels of forwards, lines
 * that announce the returned mail.
 * @returns {{ filled: number, all: number, empty: string[] }} `empty`: a line for each column
 */
export function besideOf(files) {
  const rows = filesOf(files, 'detection').flatMap(({ data }) => data.languages);
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'language');
  const isFilled = (cell) => (Array.isArray(cell) ? cell : Object.values(cell).flat()).length > 0;
  const empty = columns.flatMap((column) => {
    const lacking = rows.filter((row) => !isFilled(row[column])).map(({ language }) => language);
    return lacking.length === 0 ? [] : [{ column, lacking }];
  });
  const all = rows.length * columns.length;
  return {
    filled: all - empty.reduce((sum, { lacking }) => sum + lacking.length, 0),
    all,
    empty: empty.map(({ column, lacking }) => `${column}: ${lacking.join(', ')}`),
  };
}

/** How much of the table is filled, and which cells are empty: `rule: bg, et`. */
export function cellsOf(files) {
  const tables = filesOf(files, 'sentences').map(({ data }) => data);
  const count = (table) => table.rows.reduce((sum, row) => sum + Object.keys(row.phrases).length, 0);
  return {
    filled: tables.reduce((sum, table) => sum + count(table), 0),
    all: tables.reduce((sum, { rows, languages }) => sum + rows.length * languages.length, 0),
    empty: tables.flatMap(({ emptyCells }) =>
      Object.entries(emptyCells).map(([row, languages]) => `${row}: ${languages.join(', ')}`),
    ),
  };
}
