/** `docs/generated/causes/README.md` and `wordings.md`: from a code, or from words of a bounce, to the cause. */
import { codeNames, codePlace, nameOf } from './code-pages.mjs';
import { code, link, page, section, table, text } from './markdown.mjs';

const causeTable = ({ causes, words }) =>
  table(
    ['Cause', 'Who acts', 'When to resend'],
    causes.map(({ id, whoActs, resend, words: own }) => [
      link(text(own.title), `${id}.md`),
      text(words('engine', `who.${whoActs}`) ?? whoActs),
      text(words('engine', `resend.${resend === 'wait' ? 'wait-no-time' : resend}`) ?? resend),
    ]),
  );

const codeTable = (facts, titles) =>
  table(
    ['Code', 'Cause'],
    codeNames(facts).map((name) => {
      const rows = [
        ...facts.codes.filter((row) => row.code === name),
        ...facts.wordings.filter(({ status, reply }) => [...(status ?? []), ...(reply ?? [])].includes(name)),
      ];
      const ids = [...new Set(rows.map(({ cause }) => cause))];
      return [
        link(nameOf(name, facts), `../codes/${codePlace(name)}`),
        ids.map((id) => link(titles.get(id) ?? id, `${id}.md`)).join(', '),
      ];
    }),
  );

export const indexPage = (facts, titles) =>
  page([
    '# Why mails come back',
    `Every cause that Bounce Explainer knows. Look for the code of your bounce ${link('below', '#codes')}, or for its words in ${link('the list of wordings', 'wordings.md')}; your browser’s search finds both.`,
    ...section('Causes', [causeTable(facts)]),
    ...section('Codes', [codeTable(facts, titles)]),
  ]);

/** Phrases by their first letter; what starts with a sign or another script comes first. */
const initial = (phrase) =>
  /^[a-z]/i.test(phrase) ? phrase[0].toUpperCase() : 'Signs, numbers, other scripts';

/** Sorted by code point, so that every machine writes the same page. */
const byText = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);

export const wordingsPage = ({ wordings }, titles) => {
  const causesOf = new Map();
  for (const { phrases, cause } of wordings)
    for (const phrase of phrases) {
      const key = phrase.toLowerCase().replace(/\s+/g, ' ');
      causesOf.set(key, [...new Set([...(causesOf.get(key) ?? []), cause])]);
    }
  const groups = groupBy([...causesOf].sort(byText), ([phrase]) => initial(phrase));
  const line = ([phrase, causes]) => `- ${code(phrase)} ${causes.map((id) => `[${id}]`).join(' or ')}`;
  return page([
    '# Words in bounces',
    `${link('All causes', 'README.md')}. ${code('*')} stands for up to 80 characters. Where a line names several causes, the code, the mail system or the words around decide.`,
    ...[...groups].flatMap(([title, lines]) => section(title, [lines.map(line).join('\n')])),
    [...titles.keys()].map((id) => `[${id}]: ${id}.md`).join('\n'),
  ]);
};

/** `Map.groupBy`, which Node 20 does not have. */
const groupBy = (list, keyOf) => {
  const groups = new Map();
  for (const item of list) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
