/** `docs/generated/causes/<id>.md`: all that is known about one cause. */
import { codePlace } from './code-pages.mjs';
import { conditions, sourceLink } from './facts.mjs';
import { anchor, block, code, link, page, section, table, text } from './markdown.mjs';

/** Where a step leads; a page of the admin's own platform has no address here. */
const stepLink = (id, { links }) => {
  const url = id && links.get(id);
  return url?.startsWith('https://') ? ` (${link('more', url)})` : '';
};

const stepText = (step, { words }, facts) =>
  step.platform ? facts.words('help', `handling.${step.id}`) : words.steps[step.id];

const stepLine = (step, at, cause, facts) => {
  const mark = step.platform ? ` ${code(step.id)}` : '';
  const only = step.onlyUnmanned ? ' Only for addresses that look unmanned.' : '';
  const who = text(facts.words('engine', `who.${step.who}`) ?? step.who);
  const target = step.link ?? (step.platform ? facts.handling.get(step.id)?.link : null);
  return `${at + 1}. **${who}:** ${facts.say(stepText(step, cause, facts) ?? step.id)}${only}${mark}${stepLink(target, facts)}`;
};

const stepList = (steps, cause, facts) =>
  steps.length > 0 ? [steps.map((step, at) => stepLine(step, at, cause, facts)).join('\n')] : [];

/** One task in one product: the way through its menus, and the commands. */
const howParts = ({ system, name }, { task, place, look, change, note, source }, facts) => {
  const known = note === true ? facts.words('help', `notes.${system}.${task}`) : null;
  const way = place?.length ? place.map(text).join(' › ') : 'by command';
  const commands = [look, change].filter(Boolean);
  return [
    `**${text(name)}:** ${way} (${sourceLink(source)})${known ? `. ${facts.say(known)}` : ''}`,
    ...(commands.length > 0 ? [block('powershell', commands)] : []),
  ];
};

/** How the steps are done, for each product that is known to do it. */
const howSections = (cause, facts) => {
  const named = cause.steps.flatMap((step) => [
    ...(step.how ?? []),
    ...(step.platform ? (facts.handling.get(step.id)?.how ?? []) : []),
  ]);
  return [...new Set(named)].flatMap((task) =>
    section(
      text(facts.words('help', `tasks.${task}`) ?? task),
      facts.systems.flatMap((system) =>
        (system.tasks ?? [])
          .filter((row) => row.task === task)
          .flatMap((row) => howParts(system, row, facts)),
      ),
      3,
    ),
  );
};

/** What has to be known to use a command outside the panel, which fills it in by itself. */
const withNote = (sections) =>
  sections.length > 0
    ? [`In a command, ${code('{recipient}')} and the like stand for a value in single quotes.`, ...sections]
    : [];

const codeTable = (codes, facts) =>
  codes.length > 0
    ? [
        table(
          ['Code', 'Mail system', 'How sure', 'Source'],
          codes.map((row) => [
            link(row.code, `../codes/${codePlace(row.code)}`),
            facts.provider(row.provider),
            row.confidence,
            sourceLink(row.source),
          ]),
        ),
      ]
    : [];

const wordingLine = (row) => {
  const narrowed = conditions(row);
  return `- ${anchor(row.id)}${row.phrases.map(code).join(' · ')}${narrowed.length > 0 ? `; ${narrowed.join('; ')}` : ''} (${sourceLink(row.source)})`;
};

const wordingSections = (rows, facts) =>
  [...new Set(rows.map(({ provider }) => provider))].flatMap((provider) =>
    section(
      facts.provider(provider),
      [
        rows
          .filter((row) => row.provider === provider)
          .map(wordingLine)
          .join('\n'),
      ],
      3,
    ),
  );

/** What to do, who acts, whether to send again: of a cause, or of one of its variants. */
const adviceParts = (cause, facts) => {
  const { words } = cause;
  const short = (key) => text(facts.words('engine', key) ?? key);
  const resend = cause.resend === 'wait' ? 'wait-no-time' : cause.resend;
  const hours =
    cause.resend !== 'wait' || cause.waitHours === null ? '' : ` Wait at least ${cause.waitHours} hours.`;
  const steps = (phase) => cause.steps.filter(({ when = 'today' }) => when === phase);
  return [
    facts.say(words.sentence),
    table(['Who acts', 'When to resend'], [[short(`who.${cause.whoActs}`), short(`resend.${resend}`)]]),
    ...section('What to do', stepList(steps('today'), cause, facts)),
    ...section('If it bounces again', stepList(steps('again'), cause, facts)),
    ...section('To keep it from happening again', stepList(steps('later'), cause, facts)),
    ...section('How', withNote(howSections(cause, facts))),
    ...section('When to resend', [facts.say(words.resend) + hours]),
    ...section('The address', [facts.say(words.removeAddress)]),
  ];
};

/** Codes, words, examples and sources that lead to a meaning. */
const proofParts = (isIts, examples, sources, facts) => [
  ...section('Codes that lead here', codeTable(facts.codes.filter(isIts), facts)),
  ...section('Words that lead here', wordingSections(facts.wordings.filter(isIts), facts)),
  ...section('Examples', [block('text', examples)]),
  ...section('Sources', [
    sources.map(({ url, seen, evidence }) => `- <${url}>, ${evidence}, read ${seen}`).join('\n'),
  ]),
];

/** The name of a variant's page, below docs/generated/causes. */
export const variantPlace = (cause, variant) => `${cause}.${variant}.md`;

const variantList = (cause) =>
  cause.variants.length > 0
    ? [
        cause.variants
          .map(({ id, words }) => `- ${link(text(words.title), variantPlace(cause.id, id))}`)
          .join('\n'),
      ]
    : [];

export const causePage = (cause, facts) =>
  page([
    `# ${text(cause.words.title)}`,
    `${link('All causes', 'README.md')} · ${code(cause.id)}`,
    ...adviceParts(cause, facts),
    ...section('Where the bounce says more', variantList(cause)),
    ...proofParts((row) => row.cause === cause.id, cause.examples, cause.sources, facts),
  ]);

/** A variant with all that its cause says for it. */
const inFull = (cause, variant) => ({
  ...cause,
  ...variant,
  steps: (variant.steps ?? cause.steps).flatMap((step) =>
    typeof step === 'string' ? (cause.steps.find(({ id }) => id === step) ?? []) : [step],
  ),
  words: {
    ...cause.words,
    ...variant.words,
    steps: { ...cause.words.steps, ...variant.words.steps },
  },
});

export const variantPage = (cause, variant, facts) =>
  page([
    `# ${text(variant.words.title)}`,
    `${link('All causes', 'README.md')} · one meaning of ${link(text(cause.words.title), `${cause.id}.md`)} · ${code(`${cause.id}.${variant.id}`)}`,
    ...adviceParts(inFull(cause, variant), facts),
    ...proofParts(
      (row) => row.cause === cause.id && row.variant === variant.id,
      [variant.example],
      [variant.source],
      facts,
    ),
  ]);
