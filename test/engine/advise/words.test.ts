import { loadWords, say } from '../../../src/engine';
import type { Words } from '../../../src/knowledge/records';

const words = {
  language: 'en',
  engine: { fallback: { address: 'this address' }, hello: 'Hello {address} of {domain}', deep: { er: 'x' } },
  panel: {},
  cli: {},
  causes: {},
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

describe('loadWords', () => {
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
});
