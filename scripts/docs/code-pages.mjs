/** `docs/generated/codes/*.md`: what each code means, one page a subject of RFC 3463 and one for plain reply codes. */
import { byCode, conditions, sourceLink } from './facts.mjs';
import { anchor, code, link, page, section, table, text } from './markdown.mjs';

/** The second number of an enhanced code. */
const subjects = [
  'Codes X.0: no reason given',
  'Codes X.1: the address',
  'Codes X.2: the mailbox',
  'Codes X.3: the mail server',
  'Codes X.4: network and routing',
  'Codes X.5: the conversation of the servers',
  'Codes X.6: the content of the mail',
  'Codes X.7: security and policy',
];
const replies = { file: 'replies.md', title: 'Reply codes of three digits' };

const subjectOf = (name) => (name.includes('.') ? Number(name.split('.')[1]) : null);
const fileOf = (name) => (subjectOf(name) === null ? replies.file : `x.${subjectOf(name)}.md`);

/** Where a code is explained, below docs/generated/codes. */
export const codePlace = (name) => `${fileOf(name)}#${name}`;

const causeLink = (id, titles, place = '') => link(titles.get(id) ?? text(id), `../causes/${id}.md${place}`);

/** The exact meaning, where the row names one. */
const meaningLink = ({ cause, variant }, { causes }, titles) => {
  const exact = causes.find(({ id }) => id === cause)?.variants.find(({ id }) => id === variant);
  return exact ? link(text(exact.words.title), `../causes/${cause}.${variant}.md`) : causeLink(cause, titles);
};

/** Wordings that give this very code another meaning. */
const exceptions = (name, { wordings }, titles) =>
  wordings
    .filter((row) => [...(row.status ?? []), ...(row.reply ?? [])].includes(name))
    .map((row) => {
      const more = conditions({ ...row, status: undefined, reply: undefined });
      return `- ${row.phrases.map(code).join(' · ')}: ${causeLink(row.cause, titles, `#${row.id}`)}${more.length > 0 ? `; ${more.join('; ')}` : ''}`;
    });

const codeParts = (name, facts, titles) => {
  const everyClass = name.replace(/^[245]\./, 'X.');
  const rows = facts.codes.filter((row) => row.code === name || row.code === everyClass);
  const narrowed = exceptions(name, facts, titles);
  return [
    `## ${anchor(name)}${nameOf(name, facts)}`,
    ...(rows.length > 0
      ? [
          table(
            ['Mail system', 'Cause', 'How sure', 'Source'],
            rows.map((row) => [
              facts.provider(row.provider),
              meaningLink(row, facts, titles),
              row.confidence,
              sourceLink(row.source),
            ]),
          ),
        ]
      : []),
    ...(narrowed.length > 0 ? ['With these words it means:', narrowed.join('\n')] : []),
  ];
};

/** `X.4.3 (4.4.3, 5.4.3)`: with the codes that have no entry of their own, so that a search finds them. */
export const nameOf = (name, facts) => {
  if (!name.startsWith('X.')) return name;
  const own = new Set(codeNames(facts));
  const others = ['4', '5'].map((digit) => name.replace('X', digit)).filter((other) => !own.has(other));
  return others.length > 0 ? `${name} (${others.join(', ')})` : name;
};

/** All codes that a row or a wording names, in the order of the pages. */
export const codeNames = ({ codes, wordings }) => {
  const listed = codes.map((row) => row.code);
  const named = wordings.flatMap(({ status, reply }) => [...(status ?? []), ...(reply ?? [])]);
  return [...new Set([...listed, ...named])].sort(byCode);
};

/** @returns {[string, string][]} file below docs/generated/codes → text */
export const codePages = (facts, titles) => {
  const names = codeNames(facts);
  const files = [...subjects.map((title, at) => ({ file: `x.${at}.md`, title })), replies];
  return files
    .map(({ file, title }) => ({ file, title, own: names.filter((name) => fileOf(name) === file) }))
    .filter(({ own }) => own.length > 0)
    .map(({ file, title, own }) => [
      file,
      page([
        `# ${title}`,
        `${link('All codes and causes', '../causes/README.md')}. ${code('X')} stands for 4 and 5 alike. What a bounce says in words wins over its code.`,
        ...section('On this page', [own.map((name) => link(name, `#${name}`)).join(' · ')], 2),
        ...own.flatMap((name) => codeParts(name, facts, titles)),
      ]),
    ]);
};
