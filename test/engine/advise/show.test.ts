import { MAX_SHOWN, showBlock, showDomain, showInSentence, showLine } from '../../../src/engine/advise/show';

it.each([
  ['exe\u202Egpj.scr', 'exe\uFFFDgpj.scr'],
  ['\u2066hidden\u2069', '\uFFFDhidden\uFFFD'],
  ['a\u0000b\u001B[31m', 'a\uFFFDb\uFFFD[31m'],
  ['pay\u200Bpal\u00AD', 'paypal'],
  ['\u200Fשלום', 'שלום'],
  ['two\r\nlines\u2028three', 'two\nlines\nthree'],
  // Characters that look like none.
  ['pay\u034Fpal', 'paypal'],
  ['pay\u115F\u1160pal', 'paypal'],
  ['pay\u3164\uFFA0pal', 'paypal'],
  ['pay\u2800pal', 'paypal'],
  ['pay\uFE0Fpal', 'paypal'],
  ['pay\u{E0041}pal', 'paypal'],
  [`a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(4)}b`],
  // Joiners are letters’ own in some languages, and four marks are in use.
  ['\u0645\u06CC\u200C\u062E', '\u0645\u06CC\u200C\u062E'],
  ['ệ̣́', 'ệ̣́'],
])('makes %j harmless', (text, shown) => expect(showBlock(text)).toBe(shown));

it('should leave markup as the text it is', () => {
  expect(showLine('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
});

it('puts a line into one line', () => {
  expect(showLine(' a@x.example\r\n\tBcc: all ')).toBe('a@x.example Bcc: all');
});

it('cuts what nobody reads', () => {
  expect(showBlock('x'.repeat(1_000_000))).toHaveLength(MAX_SHOWN + 1);
});

it('isolates what is written from the right, and nothing else', () => {
  expect(showInSentence('שלום@x.example')).toBe('\u2068שלום@x.example\u2069');
  expect(showInSentence('a@x.example')).toBe('a@x.example');
});

it.each([
  [
    'a sentence with its values',
    'من \u2068a@x.example\u2069 إلى',
    '\u2068من \u2068a@x.example\u2069 إلى\u2069',
  ],
  ['one in another', '\u2068a \u2068b\u2069\u2069', '\u2068a \u2068b\u2069\u2069'],
  ['one that does not end', '\u2068a', '\uFFFDa'],
  ['one that ends twice', '\u2068a\u2069\u2069', '\uFFFDa\uFFFD\uFFFD'],
  ['an end before its beginning', '\u2069a\u2068', '\uFFFDa\uFFFD'],
  ['another kind', '\u2068\u202ea\u2069\u2067', '\u2068\uFFFDa\u2069\uFFFD'],
])('keeps isolates that end, and no others: %s', (_what, text, shown) =>
  expect(showInSentence(text)).toBe(shown),
);

test('a list that is cut off leaves no isolate open, and no sign for one', () => {
  const list = Array.from({ length: 40 }, (_, at) => `\u2068user${at}@company.example\u2069`).join(', ');
  expect(showInSentence(list)).not.toMatch(/[\u2066-\u2069\ufffd]/);
  expect(showInSentence(list)).toMatch(/^user0@company\.example, .*…$/);
});

test.each([
  ['company.example', 'company.example'],
  ['\u0441\u043Empany.example', '\u0441\u043Empany.example (xn--mpany-iyeu.example)'],
  ['münchen.example', 'münchen.example (xn--mnchen-3ya.example)'],
  ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
  ['no domain', 'no domain'],
])('the domain %s is shown as %s', (domain, shown) => expect(showDomain(domain)).toBe(shown));
