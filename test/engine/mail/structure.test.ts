/** Mails whose structure says one thing to a careless reader and another to a mail program. */
import { explain } from '../../../src/engine';
import * as read from '../../../src/engine/mail/read';
import { bounce, latin1, multipart, REASON, REPORT, STATUS_PART, toBytes } from '../write-mail';

const messageOf = async (mail: string | Uint8Array) =>
  read.readMessage(typeof mail === 'string' ? toBytes(mail) : mail);
const OURS = { ownDomains: ['company.example'] };
const answerTo = async (mail: string | Uint8Array) =>
  explain(typeof mail === 'string' ? toBytes(mail) : mail, OURS);

test('parts of a digest that name no type are mails', async () => {
  const digest = multipart([`\n${bounce()}`], { From: 'list@company.example', Subject: 'Digest' }, 'digest');
  const { kind, recipients } = await answerTo(digest);
  expect(kind).toBe('failure');
  expect(recipients.map(({ address }) => address)).toEqual(['user@example.com']);
});

describe('a line of blanks in the header block does not end it', () => {
  const blank = (lines: string) => bounce().replace('Subject:', `${lines}\nSubject:`);
  test.each([
    ['a blank', 'X-A: b\n '],
    ['a tab', 'X-A: b\n\t'],
    ['two of them', 'X-A: b\n \n  '],
    ['one with more of a fold below', 'X-A: b\n \n c'],
  ])('%s', async (_what, lines) => {
    const mail = blank(lines);
    const { recipients } = await answerTo(mail);
    expect(recipients.map(({ address }) => address)).toEqual(['user@example.com']);
    expect((await messageOf(mail)).headers.get('subject')).toBe('Undelivered Mail Returned to Sender');
  });
});

describe('the boundary that counts', () => {
  const parts = (limit: string) =>
    `--${limit}\nContent-Type: text/plain\n\n${REPORT}\n--${limit}\n${STATUS_PART}\n--${limit}--\n`;
  test.each([
    ['behind a decoy', 'x-boundary=a; boundary=b', 'b'],
    ['behind a decoy in a comment', '(boundary=a) boundary=b', 'b'],
    ['behind a decoy in quotes', 'x="boundary=a"; boundary="b"', 'b'],
    ['of 250 characters', `boundary="${'b'.repeat(250)}"`, 'b'.repeat(250)],
    ['in pieces', 'boundary*0=a; boundary*1=b', 'ab'],
    ['in pieces, the last first', 'boundary*1="b"; boundary*0="a"', 'ab'],
    ['in percents', "boundary*=us-ascii''a%62", 'ab'],
    ['with blanks inside', 'boundary="a b"', 'a b'],
  ])('%s', async (_what, parameter, limit) => {
    const mail = bounce(parts(limit), { 'Content-Type': `multipart/report; ${parameter}` });
    const { recipients } = await answerTo(mail);
    expect(recipients).toMatchObject([{ address: 'user@example.com' }]);
    expect((await messageOf(mail)).text).not.toContain('Content-Type:');
  });
});

describe('a charset that lies', () => {
  const WORDS = 'Grüße: zugestellt wurde nicht, schöne Wörter';
  test.each(['iso-2022-jp', 'utf-16', 'us-ascii', 'x-none-such', 'utf-8; x="charset=utf-16"', 'gb2312'])(
    '%s, while the bytes are UTF-8',
    async (charset) => {
      const mail = bounce(`${WORDS}\n\n${REASON}\n`, { 'Content-Type': `text/plain; charset=${charset}` });
      const { text } = await messageOf(mail);
      expect(text).not.toContain('\ufffd');
      expect(text).toContain('550 5.1.1 User unknown');
    },
  );

  test('behind a decoy in quotes, the right one is read', async () => {
    const mail = bounce(`${WORDS}\n\n${REASON}\n`, {
      'Content-Type': 'text/plain; x="charset=utf-16"; charset=utf-8',
    });
    expect((await messageOf(mail)).text).toContain(WORDS);
  });
});

test('one broken byte leaves the rest of a text UTF-8', async () => {
  const whole = `${'Zustellung fehlgeschlagen: Prüfung für Größe. '.repeat(5)}\n\n${REASON}\n`;
  const bytes = Buffer.from(bounce(whole, { 'Content-Type': 'text/plain; charset=utf-8' }));
  const broken = Buffer.concat([bytes.subarray(0, -10), Uint8Array.of(0xfc), bytes.subarray(-10)]);
  const { text } = await messageOf(new Uint8Array(broken));
  expect(text).toContain('Prüfung für Größe');
  expect(text).not.toContain('Ã¼');
});

test('a text in Latin-1 that calls itself UTF-8 is read as what it is', async () => {
  const mail = bounce(`Prüfung für Größe\n\n${REASON}\n`, { 'Content-Type': 'text/plain; charset=utf-8' });
  expect((await messageOf(latin1(mail))).text).toContain('Prüfung für Größe');
});
