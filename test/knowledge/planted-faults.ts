/** Faults planted into the knowledge, and what is no fault. */
import type { Edit } from './run-checks';

export const cause = 'causes/mailbox-full/cause.json';
const words = 'causes/mailbox-full/en.json';
const engine = 'words/en/engine.json';
const help = 'words/en/help.json';
const how = 'how/mimecast.json';
const source = { url: 'https://www.iana.org/', seen: '2026-11-23', evidence: 'specification' };
const wording = (row: object): Edit => ({
  file: 'wordings/planted.json',
  path: [],
  value: {
    provider: 'any',
    rows: [
      {
        id: 'planted-row',
        phrases: ['planted * phrase'],
        weight: 'exact',
        cause: 'mailbox-full',
        example: '552 5.2.2 Planted  and  watered PHRASE',
        source,
        ...row,
      },
    ],
  },
});
const code = (row: object): Edit => ({
  file: 'codes/planted.json',
  path: [],
  value: {
    provider: 'rfc',
    rows: [{ code: '5.2.2', cause: 'mailbox-full', confidence: 'low', source, ...row }],
  },
});
const long = Array(30).fill('word').join(' ');

/** What is broken → the edits that break it → a part of the line that must be printed. */
export const planted: [string, Edit[], string][] = [
  ['a missing cause', [{ file: cause, path: [] }], `${cause}: the file is missing. Add it`],
  ['a missing field', [{ file: cause, path: ['resend'] }], `${cause}: resend: is missing. Say whether`],
  [
    'a file of a provider that belongs to anybody',
    [{ file: 'wordings/mimecast.json', path: ['provider'], value: 'any' }],
    'wordings/mimecast.json: provider: is "any", but the file is named after "mimecast"',
  ],
  [
    'a row named after another provider',
    [wording({ id: 'google-planted' })],
    'rows[0].id: "google-planted" names "google" in a file of "any"',
  ],
  [
    'hours that nobody waits',
    [{ file: cause, path: ['waitHours'], value: 24 }],
    `${cause}: waitHours: counts only where resend is "wait"`,
  ],
  ['an unknown field', [{ file: cause, path: ['colour'], value: 1 }], `${cause}: colour: is not a field`],
  [
    'an unknown role',
    [{ file: cause, path: ['steps', 0, 'who'], value: 'boss' }],
    'steps[0].who: "boss" is not one of',
  ],
  ['too few steps', [{ file: cause, path: ['steps'], value: [] }], 'steps: must not have fewer than 2 items'],
  [
    'a task that no product does',
    [{ file: cause, path: ['steps', 1, 'how'], value: ['fly'] }],
    'steps[1].how[0]: how/ has no "fly"',
  ],
  [
    'a message to nobody',
    [{ file: cause, path: ['messages'], value: ['boss'] }],
    'messages[0]: messages.json has no "boss"',
  ],
  [
    'a reason without words',
    [{ file: cause, path: ['needless'], value: [{ step: 'B1', reason: 'no-luck' }] }],
    'words/en/help.json: needless.no-luck: is missing',
  ],
  [
    'a task that no step names',
    [{ file: how, path: ['tasks', 0, 'task'], value: 'quotas' }],
    'tasks[0]: no step names "quotas"',
  ],
  [
    'a product that is no provider',
    [{ file: how, path: ['providers'], value: ['nobody'] }],
    'providers[0]: providers.json has no "nobody"',
  ],
  [
    'a file that is not named as its product',
    [{ file: how, path: ['system'], value: 'mime-cast' }],
    'system: is not the name of the file',
  ],
  ['a place without a source', [{ file: how, path: ['tasks', 0, 'source'] }], 'Say where it can be read.'],
  [
    'a note without words',
    [{ file: how, path: ['tasks', 0, 'note'], value: true }],
    'notes.mimecast.message-trace: is missing',
  ],
  [
    'a note that no task asks for',
    [{ file: help, path: ['notes', 'mimecast', 'spare'], value: 'Look.' }],
    'notes.mimecast.spare: no task asks for it',
  ],
  [
    'a command with quotes of its own round a gap',
    [{ file: how, path: ['tasks', 0, 'look'], value: 'Get-Mailbox ‘{recipient}’' }],
    'Write one PowerShell line',
  ],
  [
    'a command with an unknown gap',
    [{ file: how, path: ['tasks', 0, 'look'], value: 'Get-Mailbox {everybody}' }],
    'Write one PowerShell line',
  ],
  [
    'a message with a fact that nobody has',
    [{ file: 'messages.json', path: [0, 'facts'], value: ['shoe-size'] }],
    'facts[0]: "shoe-size" is not one of',
  ],
  ['no source', [{ file: cause, path: ['sources'], value: [] }], 'List at least one source.'],
  ['a bad date', [{ file: cause, path: ['sources', 0, 'seen'], value: '23.11.2026' }], 'as YYYY-MM-DD'],
  [
    'a wait without hours',
    [{ file: 'causes/expired/cause.json', path: ['waitHours'], value: null }],
    'Say how many hours',
  ],
  [
    'an id that is not the folder',
    [{ file: cause, path: ['id'], value: 'expired' }],
    'is not the name of the folder',
  ],
  [
    'a folder the program does not know',
    [{ file: 'causes/sunspots/cause.json', path: [], value: {} }],
    'no cause "sunspots"',
  ],
  [
    'a handling step not marked',
    [{ file: cause, path: ['steps', 2, 'platform'], value: false }],
    '"B5" is a handling step',
  ],
  [
    'an own step marked',
    [{ file: cause, path: ['steps', 0, 'platform'], value: true }],
    '"free-space" is not a handling step',
  ],
  [
    'a step twice',
    [{ file: cause, path: ['steps', 1, 'id'], value: 'free-space' }],
    '"free-space" is there twice',
  ],
  [
    'a step without words',
    [{ file: words, path: ['steps', 'free-space'] }],
    'steps.free-space: the step has no words',
  ],
  [
    'words without a step',
    [{ file: words, path: ['steps', 'dance'], value: 'Dance.' }],
    'steps.dance: cause.json has no such step',
  ],
  [
    'a link that leads nowhere',
    [{ file: cause, path: ['steps', 0, 'link'], value: 'nowhere' }],
    'links.json has no "nowhere"',
  ],
  [
    'a long sentence',
    [{ file: words, path: ['sentence'], value: long }],
    'sentence: has 30 words, 25 are allowed',
  ],
  [
    'a long step',
    [{ file: words, path: ['steps', 'free-space'], value: long }],
    'has 30 words, 20 are allowed',
  ],
  ['a short title', [{ file: words, path: ['title'], value: 'Full' }], 'title: has 1 words, 2 are needed'],
  [
    'an unknown placeholder',
    [{ file: words, path: ['resend'], value: 'Ask {boss}.' }],
    'resend: {boss} is not filled in here',
  ],
  [
    'a placeholder in front',
    [{ file: words, path: ['sentence'], value: '{address} is full.' }],
    'starts with a placeholder',
  ],
  ['a text that is none', [{ file: engine, path: ['who', 'nobody'], value: 0 }], 'who.nobody: is not a text'],
  [
    'a long handling step',
    [{ file: help, path: ['handling', 'B1'], value: long }],
    'handling.B1: has 30 words',
  ],
  ['missing words', [{ file: words, path: [] }], `${words}: the file is missing`],
  [
    'a stray file',
    [{ file: 'causes/notes.json', path: [], value: {} }],
    'no knowledge is kept at this place',
  ],
  [
    'plain http',
    [{ file: cause, path: ['sources', 0, 'url'], value: 'http://www.iana.org/' }],
    'is not an https address',
  ],
  [
    'an unknown host',
    [{ file: 'links.json', path: [0, 'url'], value: 'https://evil.example/' }],
    'the host evil.example is not known',
  ],
  [
    'a link id twice',
    [{ file: 'links.json', path: [1, 'id'], value: 'resend-help' }],
    '"resend-help" is taken already',
  ],
  [
    'an @ in an unmanned address',
    [{ file: 'addresses.json', path: ['unmanned', 0], value: 'a@b' }],
    'without @',
  ],
  [
    'an example without its phrase',
    [wording({ example: '552 5.2.2 another text' })],
    'holds none of the phrases',
  ],
  [
    'an example that is excluded',
    [wording({ unless: ['watered'] })],
    'holds "watered", which "unless" excludes',
  ],
  [
    'a short phrase',
    [wording({ phrases: ['5'], example: '552 5.2.2 <user@example.com> quota exceeded' })],
    'at least two characters',
  ],
  ['a bad status', [wording({ status: ['5.2'] })], 'Write it like 5.7.1'],
  ['an unknown cause', [wording({ cause: 'gremlins' })], 'rows[0].cause: "gremlins" is not one of'],
  [
    'somebody whom the cause names already',
    [wording({ whoActs: 'recipient-user' })],
    'rows[0].whoActs: "mailbox-full" says so already',
  ],
  ['a step that the cause has already', [code({ steps: ['B5'] })], 'has the step "B5" already'],
  ['an unknown permanence', [code({ permanence: 'forever' })], 'Write permanent, transient, or either'],
  [
    'a provider that is personal or not',
    [{ file: 'providers.json', path: [0, 'personal'], value: false }],
    'Write true, or leave the field out.',
  ],
  [
    'an unknown provider',
    [{ ...wording({}), value: { ...(wording({}).value as object), provider: 'acme' } }],
    'providers.json has no "acme"',
  ],
  [
    'codes of nobody',
    [{ ...code({}), value: { ...(code({}).value as object), provider: 'any' } }],
    'providers.json has no "any"',
  ],
  ['a bad code', [code({ code: '5.2' })], 'Write it like 5.1.1'],
  ['an unknown confidence', [code({ confidence: 'sure' })], '"sure" is not one of high'],
  [
    'the same words for another cause',
    [wording({ phrases: ['planted * phrase', 'Mailbox  NOT found'] })],
    '"mailbox not found" leads to',
  ],
  [
    'words that say nothing',
    [{ file: words, path: ['resend'], value: 'Unfortunately, wait.' }],
    'resend: "Unfortunately" tells the reader nothing',
  ],
  [
    'a long sentence anywhere',
    [{ file: 'words/en/panel.json', path: ['starting'], value: `Short. ${long}` }],
    'starting: has a sentence of 30 words, 25 are allowed',
  ],
  [
    'a direction mark',
    [{ file: engine, path: ['who', 'nobody'], value: '\u2067Nobody' }],
    'who.nobody: holds a direction mark',
  ],
  [
    'a text to be written',
    [{ file: words, path: ['title'], value: 'TODO a title' }],
    'title: is still to be written',
  ],
  [
    'a part that English lacks',
    [{ file: 'words/de/poems.json', path: [], value: {} }],
    'English has no part "poems"',
  ],
  ['a tag that is none', [{ file: 'words/g/engine.json', path: [], value: {} }], '"g" is no language tag'],
  ['a tag written unusually', [{ file: 'words/DE/engine.json', path: [], value: {} }], 'usually written de'],
];
export const sound: [string, Edit[]][] = [
  ['a wording whose example fits in spite of case, spaces and *', [wording({})]],
  [
    'a row that knows better than its cause',
    [wording({ whoActs: 'recipient-admin', permanence: 'transient', steps: ['N2'] })],
  ],
  ['a code for every class', [code({ code: 'X.2.2' })]],
  ['a code that is a range', [code({ code: '5.7.606-649' })]],
];
