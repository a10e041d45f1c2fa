import { addressIn } from '../../../src/engine/mail/addresses';
import { Headers, isFieldName, parseHeaderBlock } from '../../../src/engine/mail/headers';

const read = (text: string, name: string) => parseHeaderBlock(text).headers.get(name);

describe('should read a field', () => {
  test.each([
    ['alone', 'Subject: Hello', 'Hello'],
    ['without a space', 'Subject:Hello', 'Hello'],
    ['with a space before the colon', 'Subject : Hello', 'Hello'],
    ['in capitals', 'SUBJECT: Hello', 'Hello'],
    ['folded by spaces', 'Subject: Hello\n  my\n world', 'Hello my world'],
    ['folded by a tab', 'Subject: Hello\n\tworld', 'Hello world'],
    ['begun on the next line', 'Subject:\n Hello', 'Hello'],
    ['with carriage returns', 'Subject: Hello\r\n world\r\n\r\nbody', 'Hello world'],
    ['with a colon in its value', 'Subject: a: b', 'a: b'],
    ['empty', 'Subject:\nTo: x', ''],
    ['behind a line without a colon', 'no colon here\nSubject: Hello', 'Hello'],
    ['behind a folded line that belongs to nothing', ' folded\nSubject: Hello', 'Hello'],
    ['that comes twice, the first one', 'Subject: one\nSubject: two', 'one'],
    ['of non-ASCII text', 'Subject: Grüße', 'Grüße'],
    ['below a line of blanks in its block', 'To: x\n \nX: a\n b\nSubject: Hello\n\nbody', 'Hello'],
  ])('%s', (_what, text, value) => expect(read(text, 'subject')).toBe(value));
});

describe('should not read a field', () => {
  test.each([
    ['without a name', ': Hello'],
    ['with a space in its name', 'My subject: Hello'],
    ['with a name of 78 characters', `${'x'.repeat(71)}subject: Hello`],
    ['with a name beyond ASCII', 'sübject: Hello'],
    ['below the empty line', 'To: x\n\nSubject: Hello'],
    ['below a line of spaces', 'To: x\n   \nSubject: Hello\nHello\n\n'],
    ['in an empty text', ''],
  ])('%s', (_what, text) => expect(read(text, 'subject')).toBeNull());
});

test('the text goes on behind the empty line', () => {
  const text = 'To: x\nSubject: y\n\nbody';
  expect(text.slice(parseHeaderBlock(text).end)).toBe('body');
  expect(parseHeaderBlock('To: x').end).toBe(5);
});

test('reading may begin further down', () => {
  expect(parseHeaderBlock('junk: 1\n\nTo: x', 9).headers.get('to')).toBe('x');
});

test('all values of a field are kept, in order', () => {
  const { headers } = parseHeaderBlock('Received: 1\nTo: x\nReceived: 2');
  expect(headers.all('received')).toEqual(['1', '2']);
  expect([headers.hasFields(2), headers.hasFields(3)]).toEqual([true, false]);
});

describe('hostile names', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is a field like others',
    (name) => {
      const { headers } = parseHeaderBlock(`${name}: x`);
      expect(headers.get(name.toLowerCase())).toBe('x');
      expect(new Headers().get(name)).toBeNull();
      expect(new Headers().has(name)).toBe(false);
    },
  );

  test('of a hundred thousand fields as many are read as a mail may have', () => {
    const { headers } = parseHeaderBlock('X: 1\n'.repeat(100_000));
    expect(headers.all('x')).toHaveLength(2000);
  });

  test('ten thousand folds are one value', () => {
    expect(read('Subject: a' + '\n b'.repeat(10_000), 'subject')).toHaveLength(20_001);
  });

  test('of a field that never ends, its beginning is read', () => {
    expect(read('Subject: a' + '\n b'.repeat(1_000_000), 'subject')?.slice(0, 5)).toBe('a b b');
  });
});

test.each([
  ['Jo <User@Example.com>', 'user@example.com'],
  ['<user@example.com>', 'user@example.com'],
  ['user@example.com (Jo)', 'user@example.com'],
  ['"user@fake.example" <user@example.com>', 'user@example.com'],
  ['Mail Delivery System', null],
  ['<>', null],
  ['', null],
])('the address in %j is %j', (value, address) => expect(addressIn(value)).toBe(address));

test.each([
  ['Subject', true],
  ['X-Failed-Recipients', true],
  ['x'.repeat(77), true],
  ['x'.repeat(78), false],
  ['Dear all', false],
  ['a:b', false],
  ['', false],
  ['Größe', false],
])('is %j a field name? %s', (label, is) => expect(isFieldName(label)).toBe(is));
