import { decodeWords } from '../../../src/engine/mail/encoded-words';

describe('should decode', () => {
  test.each([
    ['=?utf-8?B?R3LDvMOfZQ==?=', 'Grüße'],
    ['=?iso-8859-1?Q?Gr=FC=DFe?=', 'Grüße'],
    ['=?utf-8?q?two_words?=', 'two words'],
    ['=?utf-8*de?Q?Hallo?=', 'Hallo'],
    ['=?utf-8?Q?a?= =?utf-8?Q?b?=', 'ab'],
    ['Re: =?utf-8?Q?a?= b', 'Re: a b'],
    ['=?utf-8?Q?a?= and =?utf-8?Q?b?=', 'a and b'],
    ['=?windows-1254?Q?iletilemedi=FD?=', 'iletilemediı'],
    ['=?iso-2022-jp?B?GyRCR1s/LhsoQg==?=', '配信'],
    ['=?iso-2022-jp?B?GyRCR1s/LhsoQg==?= =?iso-2022-jp?B?GyRCSVRHPRsoQg==?=', '配信不能'],
    ['=?utf-7?Q?Hello_=28you=29?=', 'Hello (you)'],
  ])('%s', (value, text) => expect(decodeWords(value)).toBe(text));
});

describe('should leave as it stands', () => {
  test.each([
    ['plain text', 'Hello'],
    ['an unknown charset', '=?x-none-such?Q?Hello?='],
    ['broken base64', '=?utf-8?B?%%%?='],
    ['an unknown encoding', '=?utf-8?X?Hello?='],
    ['an open word', '=?utf-8?Q?Hello'],
  ])('%s', (_what, value) => expect(decodeWords(value)).toBe(value));
});
