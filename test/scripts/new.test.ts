/** `npm run new:…`, each on a copy of the knowledge. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCE = 'src/knowledge';
let folder: string;
/** Each test of a group gets a copy of its own. */
const onCopies = () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'));
    cpSync(SOURCE, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));
};

const make = (what: string, ...args: string[]) =>
  spawnSync(process.execPath, [`scripts/new-${what}.mjs`, ...args, '--into', folder], { encoding: 'utf8' });
const bare = (what: string, ...args: string[]) =>
  spawnSync(process.execPath, [`scripts/new-${what}.mjs`, ...args], { encoding: 'utf8' });
const check = () =>
  JSON.parse(
    execFileSync(process.execPath, ['test/scripts/checked-folder.mjs', folder], { encoding: 'utf8' }),
  ) as { faults: string[]; done: Record<string, string> };
const read = (file: string, from = folder) => readFileSync(join(from, file), 'utf8');
const json = (file: string, from = folder) => JSON.parse(read(file, from));
const given = {
  provider: 'google',
  cause: 'mailbox-full',
  phrase: 'planted storage is used up',
  example: '452 4.2.2 <user@example.com> planted  storage is USED up',
  source: 'https://support.google.com/mail/',
};
const asArguments = (options: Record<string, string>) =>
  Object.entries(options).flatMap(([name, value]) => (value === '' ? [] : [`--${name}`, value]));
const wording = (changed: Record<string, string>) =>
  ['wording', asArguments({ ...given, ...changed })] as const;

const meaning = {
  cause: 'mailbox-full',
  title: 'Planted mail room full',
  sentence: 'The planted mail room of {address} is full.',
  example: '452 4.2.2 <user@example.com> planted mail room is full',
  source: 'https://www.iana.org/',
  code: 'rfc:X.2.2',
};
const variant = (changed: Partial<typeof meaning> & { seen?: string }) =>
  ['variant', ['planted-room', ...asArguments({ ...meaning, ...changed })]] as const;

test.each(['cause', 'variant', 'wording', 'language'])(
  'new:%s alone says what it needs, with an example',
  (what) => {
    const { status, stderr, stdout } = bare(what);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`npm run new:${what} -- `);
    expect(stderr).toContain('Needed:');
  },
);

test.each(['cause', 'variant', 'wording', 'language'])(
  'new:%s refuses an option that it does not know',
  (what) => {
    const { status, stderr } = bare(what, '--colour', 'red');
    expect([status, stderr]).toEqual([2, expect.stringContaining('There is no option --colour.')]);
  },
);

describe('the example that is shown', () => {
  onCopies();

  test.each(['cause', 'variant', 'wording', 'language'])('of new:%s is refused nothing', (what) => {
    const [, command = ''] = / -- ((?:.*\\\n)*.*)\n/.exec(bare(what).stderr) ?? [];
    const words = [...command.matchAll(/"([^"]*)"|[^\s\\]+/g)].map(([word, quoted]) => quoted ?? word);
    const { status, stderr } = make(what, ...words);
    expect([stderr, status]).toEqual(['', 0]);
  });
});

describe('new:wording', () => {
  onCopies();

  const add = (changed: Record<string, string> = {}, ...more: string[]) =>
    make('wording', ...asArguments({ ...given, ...changed }), ...more);

  test('adds one row at the end of its file, and nothing else', () => {
    const { status, stdout } = add({ status: '4.2.2', seen: '2026-11-24' }, '--phrase', 'planted mail room');
    expect(status).toBe(0);
    expect(stdout).toContain('Next:');
    const [old, now] = [SOURCE, folder].map((from) => json('wordings/google.json', from));
    expect(now).toEqual({
      ...old,
      rows: [
        ...old.rows,
        {
          id: 'google-planted-storage-is-used',
          phrases: [given.phrase, 'planted mail room'],
          status: ['4.2.2'],
          weight: 'exact',
          cause: 'mailbox-full',
          example: given.example,
          source: { url: given.source, seen: '2026-11-24', evidence: 'vendor-page' },
        },
      ],
    });
    // The rows that were there keep their form, so that the change reads as one row.
    expect(read('wordings/google.json')).toContain(read('wordings/google.json', SOURCE).slice(0, -12));
    expect(check().faults).toEqual([]);
  });

  test('makes the file of a provider that has none', () => {
    expect(add({ provider: 'seznam' }).status).toBe(0);
    expect(json('wordings/seznam.json')).toMatchObject({
      provider: 'seznam',
      rows: [{ phrases: [given.phrase] }],
    });
    expect(check().faults).toEqual([]);
  });

  test('refuses what the checks would refuse, and writes nothing', () => {
    const { status, stderr } = add({ cause: 'gremlins' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('"gremlins" is not one of')]);
    expect(read('wordings/google.json')).toBe(read('wordings/google.json', SOURCE));
  });

  test('names everything that is missing', () => {
    const { status, stderr } = add({ phrase: '', source: '' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/Missing: --phrase\nMissing: --source\n/);
  });
});

describe('new:cause', () => {
  onCopies();

  /** Writes all that is to be written. */
  const write = (...files: string[]) => {
    for (const file of files) writeFileSync(join(folder, file), read(file).replaceAll('TODO ', ''));
  };

  test('makes a folder whose texts are still to be written, and is sound once they are', () => {
    const { status, stdout } = make('cause', 'mailbox-moved', '--like', 'mailbox-disabled');
    expect(status).toBe(0);
    expect(stdout).toContain('Next:');
    const { faults } = check();
    expect(faults.length).toBeGreaterThan(5);
    // Of a text still in English, a language's own checks say more.
    for (const fault of faults) expect(fault).toMatch(/^src\/knowledge\/causes\/mailbox-moved\//);
    expect(faults.filter((fault) => fault.includes('is still to be written')).length).toBeGreaterThan(5);
    write('causes/mailbox-moved/en.json', 'causes/mailbox-moved/cause.json');
    // The other languages begin as English; here, those of the cause that it is like will do.
    for (const file of readdirSync(join(folder, 'causes/mailbox-disabled')))
      if (/^(?!en)[a-z]{2}\.json$/.test(file))
        writeFileSync(
          join(folder, 'causes/mailbox-moved', file),
          JSON.stringify({ ...json(`causes/mailbox-disabled/${file}`), variants: undefined }),
        );
    expect(check().faults).toEqual([]);
  });
});

describe('new:language', () => {
  onCopies();

  test('copies every text, with the forms of the language, and all of it is then named as English', () => {
    expect(make('language', 'pl').status).toBe(0);
    expect(Object.keys(json('words/pl/panel.json').addresses.more)).toEqual(['one', 'few', 'many', 'other']);
    const { faults, done } = check();
    expect(Number(done['pl'])).toBeLessThan(5);
    expect(faults.filter((fault) => fault.includes('is the English text')).length).toBeGreaterThan(300);
    expect(faults.filter((fault) => !/is the English text|is English\. Translate/.test(fault))).toEqual([]);
  });
});

const providers = (json('providers.json', SOURCE) as { id: string }[]).map(({ id }) => id);
const fileNames = readdirSync(join(SOURCE, 'wordings'));

test.each(providers.filter((id) => fileNames.includes(`${id}.json`)))(
  'a wording of %s has a file that takes it',
  (id) => expect(json(`wordings/${id}.json`, SOURCE).provider).toBe(id),
);

/** What is asked for → a part of the reason. */
const refusals: [string, readonly [string, readonly string[]], string][] = [
  [
    'a phrase that another row holds',
    wording({ phrase: 'Mailbox  NOT found', example: 'mailbox not found' }),
    'stands in wordings/',
  ],
  ['an id that is taken', wording({ id: 'google-ptr' }), '"google-ptr" is taken already'],
  ['a bad id', wording({ id: 'Google PTR' }), '"Google PTR" is no id'],
  ['an unknown provider', wording({ provider: 'acme' }), 'providers.json has no "acme"'],
  ['words of anybody without a file', wording({ provider: 'any' }), 'Say in which file, by --file: '],
  ["another provider's file", wording({ file: 'yahoo' }), 'wordings/yahoo.json belongs to "yahoo"'],
  ['an example without the phrase', wording({ example: '452 4.2.2 something' }), 'holds none of the phrases'],
  ['a source on an unknown host', wording({ source: 'https://evil.example/' }), 'evil.example is not known'],
  ['a short phrase', wording({ phrase: 'a', example: 'a a a' }), 'at least two characters'],
  ['a bad status', wording({ status: '4.2' }), 'Write it like 5.7.1'],
  ['a bad day', wording({ seen: 'today' }), 'as YYYY-MM-DD'],
  ['values without quotes', ['wording', [...wording({})[1], 'used', 'up']], 'Put quotes around'],
  [
    'a row that has a variant',
    variant({ code: 'google:5.2.2' }),
    'The row "5.2.2" means "google-storage" already.',
  ],
  ['a variant of an unknown cause', variant({ cause: 'gremlins' }), 'There is no cause "gremlins".'],
  ['a variant on an unknown host', variant({ source: 'https://evil.example/' }), 'evil.example is not known'],
  ['a variant without https', variant({ source: 'http://www.iana.org/' }), 'is not an https address'],
  ['a bad day for a variant', variant({ seen: 'yesterday' }), 'as YYYY-MM-DD'],
  ['a long sentence', variant({ sentence: `${'so '.repeat(30)}full.` }), '25 are allowed'],
  ['a cause that is there', ['cause', ['mailbox-full']], 'There is a cause "mailbox-full" already'],
  ['a bad name for a cause', ['cause', ['Mailbox_Moved']], '"Mailbox_Moved" is no id'],
  ['a path for a cause', ['cause', ['../moved']], '"../moved" is no id'],
  ['two causes', ['cause', ['mailbox-moved', 'again']], 'One id at a time'],
  ['an unknown model', ['cause', ['mailbox-moved', '--like', 'gremlins']], 'There is no cause "gremlins"'],
  ['a language that is there', ['language', ['en']], 'There is a language "en" already'],
  ['a tag written unusually', ['language', ['pt-br']], 'Write the tag as pt-BR.'],
  ['what is no tag', ['language', ['german!']], '"german!" is no language tag'],
  ['a path for a language', ['language', ['../de']], '"../de" is no language tag'],
  ['a tag that nobody speaks', ['language', ['qaa']], 'Is it a language?'],
];

/** A file that is there, one that is not, and one that once belonged to anybody. */
const sound: Record<string, string>[] = [{}, { provider: 'rackspace' }, { provider: 'mimecast' }];

describe('refuses', () => {
  const answers = JSON.parse(
    execFileSync(process.execPath, ['test/scripts/refusals.mjs'], {
      input: JSON.stringify([...refusals.map(([, asked]) => asked), ...sound.map((row) => wording(row))]),
      encoding: 'utf8',
    }),
  ) as { missing: string[]; refused: string[] }[];

  test.each(refusals.map(([name, , reason], at) => ({ name, reason, at })))('$name', ({ reason, at }) => {
    expect(answers[at]!.refused).toContainEqual(expect.stringContaining(reason));
  });

  test.each(sound.map((row, at) => ({ row, at })))('nothing of a sound row: $row', ({ at }) =>
    expect(answers[refusals.length + at]).toEqual({ missing: [], refused: [] }),
  );
});

describe('new:variant', () => {
  onCopies();

  const add = (changed: Partial<typeof meaning> = {}) =>
    make('variant', 'planted-room', ...asArguments({ ...meaning, ...changed }));

  test('adds the meaning, its words in every language, and the row that chooses it', () => {
    const { status, stdout } = add();
    expect([status, stdout]).toEqual([0, expect.stringContaining('Next:')]);
    expect(json('causes/mailbox-full/variants.json').at(-1)).toMatchObject({ id: 'planted-room' });
    const { title } = json('causes/mailbox-full/de.json').variants['planted-room'];
    expect(title).toBe(`TODO ${meaning.title}`);
    const rows = json('codes/rfc.json').rows as { code: string; variant?: string }[];
    expect(rows.find(({ code }) => code === 'X.2.2')?.variant).toBe('planted-room');
    const { faults } = check();
    // What is still to be translated, and nothing else.
    expect(faults.filter((fault) => !/is still to be written|is English/.test(fault))).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  test.each<[string, Partial<typeof meaning>, string]>([
    ['a cause that is not there', { cause: 'mailbox-gone' }, 'There is no cause "mailbox-gone".'],
    ['a row that is not there', { code: 'rfc:X.99.9' }, 'There is no row "rfc:X.99.9".'],
    ['a row of another cause', { code: 'rfc:X.1.1' }, 'leads to recipient-unknown, not to mailbox-full'],
  ])('refuses %s, and writes nothing', (_what, changed, reason) => {
    const before = read('codes/rfc.json');
    const { status, stderr } = add(changed);
    expect([status, stderr]).toEqual([1, expect.stringContaining(reason)]);
    expect(read('codes/rfc.json')).toBe(before);
  });
});
