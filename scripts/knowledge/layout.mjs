/** Which file lies where, and which schema it follows. */

/** The first pattern that fits a path names its kind; `schema` is null where a check of its own reads the file. */
const places = [
  { kind: 'cause', pattern: /^causes\/([^/]+)\/cause\.json$/, schema: 'cause' },
  { kind: 'variants', pattern: /^causes\/([^/]+)\/variants\.json$/, schema: 'variants' },
  { kind: 'cause-words', pattern: /^causes\/([^/]+)\/([A-Za-z0-9-]+)\.json$/, schema: 'cause-words' },
  { kind: 'wordings', pattern: /^wordings\/([^/]+)\.json$/, schema: 'wording-file' },
  { kind: 'codes', pattern: /^codes\/([^/]+)\.json$/, schema: 'code-file' },
  { kind: 'words', pattern: /^words\/([A-Za-z0-9-]+)\/([a-z-]+)\.json$/, schema: null },
  { kind: 'style', pattern: /^style\/([A-Za-z0-9-]+)\.json$/, schema: 'style' },
  { kind: 'providers', pattern: /^providers\.json$/, schema: 'providers' },
  { kind: 'handling', pattern: /^handling\.json$/, schema: 'handling' },
  { kind: 'how', pattern: /^how\/([^/]+)\.json$/, schema: 'how' },
  { kind: 'messages', pattern: /^messages\.json$/, schema: 'messages' },
  { kind: 'links', pattern: /^links\.json$/, schema: 'links' },
  { kind: 'detection', pattern: /^detection\.json$/, schema: 'detection' },
  { kind: 'logs', pattern: /^logs\.json$/, schema: 'logs' },
  { kind: 'answers', pattern: /^answers\.json$/, schema: 'answers' },
  { kind: 'roles', pattern: /^roles\.json$/, schema: 'roles' },
  { kind: 'delays', pattern: /^delays\.json$/, schema: 'delays' },
  { kind: 'foreign-marks', pattern: /^foreign-marks\.json$/, schema: 'foreign-marks' },
  { kind: 'sizes', pattern: /^sizes\.json$/, schema: 'sizes' },
  { kind: 'sessions', pattern: /^sessions\.json$/, schema: 'sessions' },
  { kind: 'sentences', pattern: /^sentences\.json$/, schema: 'sentences' },
  { kind: 'trust', pattern: /^trust\.json$/, schema: 'trust' },
  { kind: 'addresses', pattern: /^addresses\.json$/, schema: 'addresses' },
];

/** Files that must exist exactly once. */
export const single = ['providers.json', 'handling.json', 'links.json', 'addresses.json', 'messages.json'];

/** @returns {{ kind: string, schema: string | null, names: string[] } | null} null where no knowledge is kept */
export const placeOf = (file) => {
  for (const { kind, pattern, schema } of places) {
    const match = pattern.exec(file);
    if (match) return { kind, schema, names: match.slice(1) };
  }
  return null;
};

/** The files of one kind, as `{ file, data, names }`. */
export const filesOf = (files, kind) =>
  [...files].flatMap(([file, data]) => {
    const place = placeOf(file);
    return place?.kind === kind ? [{ file, data, names: place.names }] : [];
  });

/** Rows of a list as the checks see them: nothing where a broken file has no such list. */
export const rowsOf = (list) =>
  Array.isArray(list) ? list.flatMap((row, at) => (row && typeof row === 'object' ? [{ row, at }] : [])) : [];

/** The parts of a language's words, below `words/<language>/`: those that English has. */
export const wordPartsOf = (files) =>
  filesOf(files, 'words').flatMap(({ names: [language, part] }) => (language === 'en' ? [part] : []));
