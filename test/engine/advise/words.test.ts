import { loadWords, say } from '../../../src/engine';
import { languageFor, loadCausesAhead } from '../../../src/engine/advise/words';
import { languages } from '../../../src/knowledge/generated';
import type { CauseWords, Language, Words } from '../../../src/knowledge/records';

const words = {
  language: 'en',
  engine: {
    fallback: { address: 'this address' },
    hello: 'Hello {address} of {domain}',
    deep: { er: 'x' },
    group: 'The group ({address}) of {domain} (server: {domain}), see {smtpServer} ({smtpServer})',
  },
  panel: {},
  cli: {},
  causes: {
    gone: {
      sentence: 'No mailbox exists for {address}.',
      several: 'None of them has a mailbox.',
      variants: { left: { sentence: '{address} left.' } },
    },
  },
} as unknown as Words;
const hello = (values: Record<string, string>) => say(words, { key: 'engine.hello', values });

describe('say', () => {
  test('fills in the values', () => {
    expect(hello({ address: 'a@example.com', domain: 'example.com' })).toBe(
      'Hello a@example.com of example.com',
    );
  });

  test('an unknown value has words of its own; where it has none, the gap is seen', () => {
    expect(hello({ address: '', domain: 'x' })).toBe('Hello this address of x');
    expect(hello({})).toBe('Hello this address of {domain}');
  });

  test('of several addresses, a sentence has words of its own where it needs them', () => {
    const said = (key: string, several: boolean) => say(words, { key, values: { address: '' }, several });
    expect(said('causes.gone.sentence', true)).toBe('None of them has a mailbox.');
    expect(said('causes.gone.sentence', false)).toBe('No mailbox exists for this address.');
    // What a cause says of several is no sentence of its variants.
    expect(said('causes.gone.variants.left.sentence', true)).toBe('{address} left.');
  });

  test('an unknown address or domain goes with its brackets', () => {
    const group = (values: Record<string, string>) => say(words, { key: 'engine.group', values });
    expect(group({ address: 'a@b', domain: 'b' })).toContain('The group (a@b) of b (server: b), see');
    expect(group({ address: 'a@b' })).toContain('The group (a@b) of {domain}, see');
    expect(group({ domain: 'b' })).toContain('The group of b (server: b), see {smtpServer} ({smtpServer})');
  });

  test.each(['engine.nothing', 'engine', 'engine.deep', 'engine.deep.er.x', 'nothing', '', 'engine.'])(
    'a key without words is shown itself: %j',
    (key) => expect(say(words, { key, values: {} })).toBe(key),
  );

  test.each([
    '__proto__',
    'engine.__proto__',
    'engine.constructor',
    'engine.constructor.name',
    'constructor.name',
    'engine.hello.length',
  ])('a key of the language itself is no key: %s', (key) =>
    expect(say(words, { key, values: {} })).toBe(key),
  );

  test.each([
    ['a placeholder', '{domain}'],
    ['a pattern of replacement', "$& $1 $' $$"],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a key', 'engine.hello'],
    ['a control character', '\u001b[31m'],
  ])('a value is never read: %s', (_what, address) => {
    expect(hello({ address, domain: 'd' })).toBe(`Hello ${address} of d`);
  });

  test.each(['constructor', 'toString', 'valueOf'])('a placeholder named {%s} stays', (name) => {
    const trap = { ...words, engine: { trap: `a {${name}} b` } } as unknown as Words;
    expect(say(trap, { key: 'engine.trap', values: {} })).toBe(`a {${name}} b`);
  });
});

/** Forms as Arabic and Polish need them; which is taken is Intl's business. */
describe('say, where a text counts', () => {
  const forms = {
    zero: '0',
    one: 'one',
    two: 'two',
    few: '{count} few',
    many: '{count} many',
    other: '{count}',
  };
  const counting = (language: string, tree: object = forms) =>
    ({ ...words, language, engine: { counted: tree } }) as unknown as Words;
  const count = (language: string, value: string, tree?: object) =>
    say(counting(language, tree), { key: 'engine.counted', values: { count: value } });

  test.each([
    ['en', '1', 'one'],
    ['en', '2', '2'],
    ['en', '1234', '1,234'],
    ['de', '1234', '1.234'],
    ['pl', '3', '3 few'],
    ['pl', '5', '5 many'],
    ['fr', '0', 'one'],
    ['tr', '2', '2'],
  ])('in %s, %s is worded %j', (language, value, worded) => expect(count(language, value)).toBe(worded));

  test('Arabic has a form for two, and isolates its numbers', () => {
    expect(count('ar-EG', '2')).toBe('two');
    expect(count('ar-EG', '5')).toBe('\u2068٥\u2069 few');
  });

  test.each([['x'], [''], ['-1e999']])('what is no number gets the general form: %j', (value) =>
    expect(
      say(counting('en', { one: 'one', other: 'some' }), { key: 'engine.counted', values: { count: value } }),
    ).toBe('some'),
  );

  test('a form that a language lacks is the general one', () => {
    expect(count('pl', '3', { other: 'general' })).toBe('general');
  });

  test('a section is no text', () => {
    expect(count('en', '1', { one: 'x' })).toBe('engine.counted');
  });
});

describe('say, written from the right', () => {
  const arabic = (text: string) => ({ ...words, language: 'ar', engine: { ...words.engine, text } }) as Words;
  const told = (text: string, values: Record<string, string> = {}) =>
    say(arabic(text), { key: 'engine.text', values });

  test('isolates each value, and nothing in other languages', () => {
    expect(told('مرحبا {address}.', { address: 'a@example.com' })).toBe('مرحبا \u2068a@example.com\u2069.');
    expect(hello({ address: 'a', domain: 'b' })).not.toMatch(/[\u2066-\u2069]/);
  });

  test('words that stand in for a value need no isolation', () => {
    expect(told('مرحبا {address}')).toBe('مرحبا this address');
  });

  test.each([
    ['an end of its own', 'x\u2069y', '\u2068xy\u2069'],
    ['a beginning', 'x\u2067y', '\u2068x\u2067y\u2069\u2069'],
    ['an override', 'x\u202ey', '\u2068xy\u2069'],
    ['a pair', '\u2068x\u2069', '\u2068\u2068x\u2069\u2069'],
  ])('a value cannot leave its isolation: %s', (_what, domain, shown) =>
    expect(told('{domain}', { domain })).toBe(shown),
  );

  test.each([
    ['.eml', '\u2068.eml\u2069'],
    ['(noreply@).', '(\u2068noreply@\u2069).'],
    ['5.7.900-999', '\u20685.7.900-999\u2069'],
    ['SPF, 5.7.1 (DKIM)', 'SPF, 5.7.1 (DKIM)'],
    ['View Report', 'View Report'],
    ['...', '...'],
  ])('the Latin piece %s', (piece, shown) => expect(told(`ملف ${piece}`)).toBe(`ملف ${shown}`));
});

test('the words of all causes come ahead, one after the other', async () => {
  const table = languages as Record<string, Language>;
  const log: string[] = [];
  const cause = (id: string) => async () => {
    log.push(`${id} asked`);
    await new Promise((resolve) => setTimeout(resolve));
    log.push(`${id} there`);
    return {} as CauseWords;
  };
  const answers = async () => ({ help: {}, causes: { one: cause('one'), two: cause('two') } });
  table['qaa'] = { ...table['de']!, answers };
  try {
    await loadCausesAhead('qaa-QM');
  } finally {
    delete table['qaa'];
  }
  expect(log).toEqual(['one asked', 'one there', 'two asked', 'two there']);
});

describe('loadWords', () => {
  test('an answer is worded with its own causes, or with all', async () => {
    const of = async (causes?: string[]) => Object.keys((await loadWords('de', ['answers'], causes)).causes);
    expect(await of(['mailbox-full', 'toString'])).toEqual(['mailbox-full']);
    expect(await of([])).toEqual([]);
    expect((await of()).length).toBeGreaterThanOrEqual(29);
  });

  test.each([
    'en',
    'EN',
    'en-GB',
    'en-x-anything',
    'xx',
    'xx-YY',
    '',
    '-',
    'constructor',
    '__proto__',
    'toString',
  ])('%j is answered in English', async (language) =>
    expect((await loadWords(language)).language).toBe('en'),
  );

  test('a language that does not arrive is answered in English', async () => {
    const table = languages as Record<string, Language>;
    const lost = () => Promise.reject(new Error('ChunkLoadError'));
    table['qaa'] = { start: lost, answers: lost, command: lost };
    try {
      expect((await loadWords('qaa-QM')).language).toBe('en');
    } finally {
      delete table['qaa'];
    }
  });
});

describe('the nearest language', () => {
  const known = ['en', 'de', 'pt', 'pt-BR', 'zh-Hant'];
  test.each([
    ['de', 'de'],
    ['DE-at', 'de'],
    ['pt-br', 'pt-BR'],
    ['pt-PT', 'pt'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-CN', 'en'],
    ['nl', 'en'],
  ])('of %s is %s', (wanted, found) => expect(languageFor(wanted, known)).toBe(found));

  test('of a tag without end is found at once', () =>
    expect(languageFor(`de${'-x'.repeat(100_000)}`, known)).toBe('de'));
});
