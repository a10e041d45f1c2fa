/** Counts the empty cells of the table of sentences: each gap stands in its list, and nothing else does. */
import { fault } from './faults.mjs';
import { filesOf } from './layout.mjs';

export const checkSentences = ({ files }) => [...checkTable(files), ...checkBeside(files)];

const checkTable = (files) =>
  filesOf(files, 'sentences').flatMap(({ file, data }) =>
    (Array.isArray(data?.rows) ? data.rows : []).flatMap((row, at) => {
      const stated = new Set(data.emptyCells?.[row?.id]?.languages ?? []);
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

/** The gaps beside the sentences: those that are listed are those that are there. */
const checkBeside = (files) => {
  const gaps = gapsBeside(files);
  return filesOf(files, 'sentences').flatMap(({ file, data }) =>
    Object.keys({ ...data.emptyBeside, ...gaps }).flatMap((column) => {
      const stated = data.emptyBeside?.[column]?.languages ?? [];
      const lacking = gaps[column] ?? [];
      const path = `emptyBeside.${column}`;
      return [
        ...lacking
          .filter((language) => !stated.includes(language))
          .map((language) =>
            fault(file, path, `detection.json has none in ${language}`, 'Write them there, or list the gap.'),
          ),
        ...stated
          .filter((language) => !lacking.includes(language))
          .map((language) =>
            fault(file, path, `detection.json has some in ${language}`, 'Take the gap out.'),
          ),
      ];
    }),
  );
};

/** Columns of detection.json, with the languages that have nothing in them. */
function gapsBeside(files) {
  const rows = rowsBeside(files);
  return Object.fromEntries(
    columnsOf(rows).flatMap((column) => {
      const lacking = rows.filter((row) => !isFilled(row[column])).map(({ language }) => language);
      return lacking.length === 0 ? [] : [[column, lacking]];
    }),
  );
}

const rowsBeside = (files) => filesOf(files, 'detection').flatMap(({ data }) => data?.languages ?? []);
const columnsOf = (rows) => Object.keys(rows[0] ?? {}).filter((column) => column !== 'language');
const isFilled = (cell) => (Array.isArray(cell) ? cell : Object.values(cell ?? {}).flat()).length > 0;

/**
 * Counts, by language, the phrases other than sentences: subjects, promises to try again, labels of forwards, lines
 * that announce the returned mail.
 * @returns {{ filled: number, all: number, empty: string[] }} `empty`: a line for each column
 */
export function besideOf(files) {
  const rows = rowsBeside(files);
  const all = rows.length * columnsOf(rows).length;
  return {
    filled: all - Object.values(gapsBeside(files)).flat().length,
    all,
    empty: filesOf(files, 'sentences').flatMap(({ data }) => linesOf(data.emptyBeside)),
  };
}

const linesOf = (gaps) =>
  Object.entries(gaps).map(([name, { languages, reason }]) => `${name}: ${languages.join(', ')} (${reason})`);

/** How much of the table is filled, which cells are empty, and why: `rule: bg, et (…)`. */
export function cellsOf(files) {
  const tables = filesOf(files, 'sentences').map(({ data }) => data);
  const count = (table) => table.rows.reduce((sum, row) => sum + Object.keys(row.phrases).length, 0);
  return {
    filled: tables.reduce((sum, table) => sum + count(table), 0),
    all: tables.reduce((sum, { rows, languages }) => sum + rows.length * languages.length, 0),
    empty: tables.flatMap(({ emptyCells }) => linesOf(emptyCells)),
  };
}
