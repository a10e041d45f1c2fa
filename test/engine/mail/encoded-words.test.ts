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
    // Padding: too much, too little, none.
    ['=?UTF-8?B?UmVsZWFzZSBub3c====?=', 'Release now'],
    ['=?UTF-8?B?UmVsZWFzZSBub3cu=?=', 'Release now.'],
    ['=?UTF-8?B?R3LDvMOfZQ=?=', 'Grüße'],
    ['=?UTF-8?B?R3LDvMOfZQ?=', 'Grüße'],
    // A character cut between two words.
    ['=?utf-8?Q?Gr=C3?= =?utf-8?Q?=BC=C3=9Fe?=', 'Grüße'],
    ['=?utf-8?B?R3LD?=\n =?UTF-8?Q?=BC=C3=9Fe?=', 'Grüße'],
    ['=?gb2312?B?xOO6?= =?gb2312?B?ww==?=', '你好'],
    // Blanks and question marks inside a word.
    ['=?utf-8?Q?Release your messages?=', 'Release your messages'],
    ['=?utf-8?B?UmVs ZWFz ZSBub3c=?=', 'Release now'],
    ['=?utf-8?Q?Why? Because?=', 'Why? Because'],
    // Names of charsets that only mail programs use.
    ['=?cp932?B?jZGQ7A==?=', '国川'],
    ['=?cp936?B?xOO6ww==?=', '你好'],
    ['=?cp949?B?vsiz5w==?=', '안녕'],
    // A charset that lies, and one that browsers have dropped.
    ['=?iso-2022-jp?Q?Gr=C3=BC=C3=9Fe?=', 'Grüße'],
    ['=?utf-7?Q?Gr+APwA3w-e?=', 'Grüße'],
    ['=?unicode-1-1-utf-7?Q?1 +- 1?=', '1 + 1'],
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
