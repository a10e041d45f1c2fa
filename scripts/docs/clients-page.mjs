/** The page on clients: what works where, what of it was run, and what only a tenant can tell. */
import { code, table, text } from './markdown.mjs';
import { tenantQuestions } from './tenant-questions.mjs';

const NOTE =
  '<!-- Made from host/protocol/profiles and test/browser/clients/results.json by `npm run docs:clients`: do not edit. -->';

const DOORS = {
  'open-item': 'Open message',
  'recent-bounces': 'Recent bounces',
  'dragged-mail': 'Drag and drop',
  'chosen-files': 'Files',
  'pasted-text': 'Paste',
  'typed-question': 'Question',
};
const MAILS = {
  ndr: 'True NDR',
  'ordinary-class-bounce': 'Bounce of ordinary class',
  'attached-bounce': 'Attached bounce',
  'ordinary-mail': 'Ordinary mail',
};
const OUTCOMES = {
  explained: 'explained',
  'not-a-bounce': 'no bounce, it says',
  'attached-unread': 'attached mail not handed out, it says',
  'nothing-known': 'nothing known, it says',
  'mail-before': 'the mail before stays',
  'button-off': 'button off',
  'not-listed': 'not in the list',
  'not-taken': 'no such drag',
  'says-not-here': 'not here, it says why',
};
const FACTS = {
  requirementSets: 'Requirement sets',
  lacksBesides: 'Lacks besides',
  pinning: 'Pane is pinned',
  opensWithoutMail: 'Opens with nothing selected',
  drags: 'A dragged row becomes',
  clipboardApi: 'Clipboard API allowed',
  selectionEvents: 'SelectedItemsChanged',
  nullItemFirst: 'Tells “no item” first',
};
const SWITCHES = {
  ndr: 'Delivery reports (`ndr`)',
  itemChanged: 'ItemChanged (`itemChanged`)',
  staleCalls: 'Calls of a stale pane (`staleCalls`)',
};

/**
 * @param profiles of host/protocol/profiles
 * @param results cells by profile, door and kind of mail, each with `outcome` and `actions`
 */
export const clientsPage = (profiles, results) =>
  [
    NOTE,
    '# Clients and doors',
    intro(),
    '## A true NDR',
    'In brackets: the admin’s actions, from a pane that is open beside another mail. A click, a drag, a choice in a window of the system, a copied text, a paste, a typed line with Enter are one action each. Saving the mail first is one of the three of “Files”.',
    table(
      ['Client', ...doorsOf(results).map((door) => DOORS[door]), 'Fewest'],
      profiles.map((profile) => ndrRow(profile, results)),
    ),
    legend(),
    '## Every mail',
    table(
      ['Client', 'Door', ...Object.values(MAILS)],
      profiles.flatMap(({ id, label }) =>
        doorsOf(results).map((door) => [
          label,
          DOORS[door],
          ...Object.keys(MAILS).map((kind) => cell(results[id][door][kind])),
        ]),
      ),
    ),
    '## What is held to be so',
    'Evidence is `documented` (a page of Microsoft), `reported` (somebody saw it) or `not known` (a guess, with its reason).',
    ...profiles.flatMap((profile) => [
      `### ${text(profile.label)}`,
      table(['Fact', 'Value', 'Evidence', 'Source'], factRows(profile)),
    ]),
    '## Assumptions',
    'Nobody has told these; the switches of the mailbox’s header play the other way.',
    table(['Client', 'Fact', 'Assumed', 'Guessed from'], profiles.flatMap(assumptions)),
    '## Half an hour in a tenant',
    'What only Outlook can tell. Have a true NDR (a mail to an address that does not exist), a bounce of ordinary class, a mail with an attached bounce, and the add-in sideloaded ([sideload.md](../sideload.md)). Where an answer differs from “Played as”, the profile’s file in `host/protocol/profiles` is to be changed.',
    table(
      ['Minute', 'Where', 'Do', 'Look at', 'Played as', 'Result'],
      tenantQuestions.map(({ minute, where, act, look, played }) => [minute, where, act, look, played, '']),
    ),
  ].join('\n\n') + '\n';

const intro = () =>
  'The mailbox plays each client by what is known of it. This page says what came of every door in it, in a real browser with the real office.js, and how far Outlook itself is known to do the same.';

const legend = () =>
  [
    '- **run**: run here, as the profile plays the client. Where nothing else stands, the door needs nothing of Outlook.',
    '- **doc**: Microsoft’s pages say that Outlook does its part.',
    '- **tenant**: nobody has said so, or only for other mails than delivery reports: it has to be tried.',
  ].join('\n');

const doorsOf = (results) =>
  Object.keys(DOORS).filter((door) => Object.values(results).some((doors) => doors[door]));

const ndrRow = (profile, results) => {
  const doors = results[profile.id];
  const counts = Object.values(doors).flatMap(({ ndr }) =>
    ndr.outcome === 'explained' ? [ndr.actions] : [],
  );
  return [
    profile.label,
    ...doorsOf(results).map((door) => `${cell(doors[door].ndr)}<br>${standing(profile, door)}`),
    String(Math.min(...counts)),
  ];
};

const cell = ({ outcome, actions }) => {
  const words = OUTCOMES[outcome] ?? text(outcome);
  return outcome === 'explained' ? `**${words}** (${actions})` : words;
};

/** How well it is known that Outlook does its part for a delivery report. */
const standing = ({ switches, drags }, door) => {
  if (door === 'open-item') return marks(switches.ndr.evidence);
  // Dragging is documented; that it holds for reports is not.
  if (door === 'dragged-mail')
    return drags.value === 'nothing' ? marks(drags.evidence) : '*run, doc, tenant*';
  return door === 'recent-bounces' ? '*run, tenant*' : '*run*';
};

const marks = (evidence) => (evidence === 'documented' ? '*run, doc*' : '*run, tenant*');

const factRows = (profile) => [
  ...Object.entries(FACTS).map(([key, name]) => factRow(name, profile[key])),
  ...Object.entries(SWITCHES).map(([key, name]) => factRow(name, profile.switches[key])),
];

const factRow = (name, { value, evidence, source }) => [name, shown(value), evidence, text(source)];

const assumptions = (profile) =>
  Object.entries({ ...FACTS, ...SWITCHES }).flatMap(([key, name]) => {
    const fact = profile[key] ?? profile.switches[key];
    return fact.evidence === 'not known' ? [[profile.label, name, shown(fact.value), text(fact.source)]] : [];
  });

const shown = (value) => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return code(value);
  const words = Array.isArray(value) ? value : Object.entries(value).map((pair) => pair.join(' '));
  return words.length > 0 ? words.map(code).join(', ') : 'nothing';
};
