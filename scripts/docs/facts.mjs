/** The knowledge as the pages need it: English words, and what leads to which cause. */
import { filesOf, rowsOf } from '../knowledge/layout.mjs';
import { code, link, text } from './markdown.mjs';

const evidence = {
  specification: 'specification',
  'vendor-page': 'the maker’s page',
  wild: 'seen in bounces',
};

export const sourceLink = ({ url, evidence: kind }) => link(evidence[kind], url);

/** A text by its path below `words/en/<part>.json`; null where there is none. */
const wordsOf = (files) => (part, path) => {
  const found = path.split('.').reduce((tree, key) => tree?.[key], files.get(`words/en/${part}.json`));
  return typeof found === 'string' ? found : null;
};

/** Rows of all files of one kind, each with the file's provider. */
const rowsOfKind = (files, kind) =>
  filesOf(files, kind).flatMap(({ data }) =>
    rowsOf(data?.rows).map(({ row }) => ({ ...row, provider: data.provider })),
  );

/** `5.7.606-649` by subject, detail, class: 4.1.1 and 5.1.1 stand together, X.1.1 before both; replies last. */
const sortKey = (name) => {
  const [head, subject = Infinity, detail = 0, end = 0] = name.replace('X', '0').split(/[.-]/).map(Number);
  return [subject, detail, head, end];
};

/** The order of codes, by their names. */
export const byCode = (one, other) => {
  const [left, right] = [sortKey(one), sortKey(other)];
  const at = left.findIndex((part, n) => part !== right[n]);
  return at < 0 ? 0 : left[at] - right[at];
};

/** @param knowledge what `readKnowledge` returns */
export const factsOf = ({ files, causeIds }) => {
  const words = wordsOf(files);
  const names = new Map(rowsOf(files.get('providers.json')).map(({ row }) => [row.id, row.name]));
  const common = { any: 'Any mail system', rfc: 'Standards' };
  return {
    /** Every cause that has both its record and its words, with its variants. */
    causes: causeIds.flatMap((id) => {
      const [record, own] = ['cause', 'en'].map((name) => files.get(`causes/${id}/${name}.json`));
      if (!record || !own) return [];
      const variants = rowsOf(files.get(`causes/${id}/variants.json`)).flatMap(({ row }) =>
        own.variants?.[row.id] ? [{ ...row, words: own.variants[row.id] }] : [],
      );
      return [{ ...record, words: own, variants }];
    }),
    codes: rowsOfKind(files, 'codes').sort((a, b) => byCode(a.code, b.code)),
    wordings: rowsOfKind(files, 'wordings'),
    handling: new Map(rowsOf(files.get('handling.json')).map(({ row }) => [row.id, row])),
    links: new Map(rowsOf(files.get('links.json')).map(({ row }) => [row.id, row.url])),
    systems: filesOf(files, 'how').map(({ data }) => data),
    words,
    provider: (id) => text(common[id] ?? names.get(id) ?? id),
    /** A text with the words for what only a bounce can say. */
    say: (words_) =>
      text(words_.replace(/\{([a-zA-Z]+)\}/g, (whole, name) => words('engine', `fallback.${name}`) ?? whole)),
  };
};

/** Under which conditions a wording counts, in words; empty where there are none. */
export const conditions = ({ status, reply, unless, weight }) => [
  ...(status || reply ? [`only with ${[...(status ?? []), ...(reply ?? [])].map(code).join(', ')}`] : []),
  ...(unless ? [`not with ${unless.map(code).join(', ')}`] : []),
  ...(weight === 'general' || weight === 'vague' ? ['general words: a code with one meaning wins'] : []),
];
