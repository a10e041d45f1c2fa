import { splitMbox } from '../../../src/engine';
import { toBytes } from '../write-mail';

const split = (text: string) => splitMbox(toBytes(text)).map((mail) => new TextDecoder().decode(mail));
const FROM = 'From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n';

describe('should split', () => {
  test.each([
    ['two mails', `${FROM}A: 1\n\none\n\n${FROM}B: 2\n\ntwo\n`, ['A: 1\n\none\n\n', 'B: 2\n\ntwo\n']],
    [
      'with carriage returns',
      `${FROM}A: 1\r\n\r\none\r\n\r\n${FROM}B: 2\r\n`,
      ['A: 1\r\n\r\none\r\n\r\n', 'B: 2\r\n'],
    ],
    ['one mail, without its From line', `${FROM}A: 1\n\none\n`, ['A: 1\n\none\n']],
    ['mails without a body', `${FROM}A: 1\n\n${FROM}B: 2\n`, ['A: 1\n\n', 'B: 2\n']],
  ])('%s', (_what, text, mails) => expect(split(text)).toEqual(mails));
});

describe('should not split', () => {
  test.each([
    ['a mail without a From line', 'A: 1\n\nFrom here on\n'],
    ['at a sentence', `A: 1\n\nHello.\n\nFrom now on we meet at five.\n`],
    ['at a From line without an empty line before it', `A: 1\n\nHello\n${FROM}B: 2\n`],
    ['at a From line without a field below it', `A: 1\n\nHello\n\n${FROM}not a field\n`],
    ['at a quoted From line', `A: 1\n\n>${FROM}B: 2\n`],
    ['an empty file', ''],
    ['a From line alone', FROM],
  ])('%s', (_what, text) => expect(split(text)).toEqual([text]));
});
