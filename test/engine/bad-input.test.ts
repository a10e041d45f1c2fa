/** What people hand in by mistake or in malice: a clear refusal by name, or an answer that says what is missing. */
import { explain, InputError, loadWords, say, type Input } from '../../src/engine';
import { bounce, REPORT, toBytes, utf16be, utf16le } from './write-mail';

const refusal = async (input: Input) => {
  try {
    const { kind } = await explain(input);
    return `answered: ${kind}`;
  } catch (error) {
    if (error instanceof InputError) return error.code;
    throw error;
  }
};
const answered = async (input: Input) => {
  const { recipients, warnings } = await explain(input);
  return {
    said: recipients.map(({ address, cause }) => [address, cause]),
    warned: warnings.map(({ key }) => key),
  };
};
const UNKNOWN = [['user@example.com', 'recipient-unknown']];
/** Bytes without any order, the same in every run; like a compressed or encrypted file. */
function noise(length: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}

describe('should be refused', () => {
  test.each<[string, Input, string]>([
    ['0 bytes', new Uint8Array(0), 'empty'],
    ['no text', '', 'empty'],
    ['white space', toBytes('\r\n \t\n'), 'empty'],
    ['a mark of UTF-16 and no more', Uint8Array.of(0xff, 0xfe), 'empty'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), 'binary'],
    ['zero bytes', new Uint8Array(10_000), 'binary'],
    ['noise', noise(10_000), 'binary'],
    ['a broken .msg', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), 'broken-msg'],
  ])('%s', async (_what, input, code) => expect(await refusal(input)).toBe(code));

  test.each(['empty', 'binary', 'broken-msg'])('%s has words that name the file', async (code) => {
    const text = { key: `engine.problems.${code}`, values: { file: 'a.eml' } };
    const words = say(await loadWords('en'), text);
    expect(words).not.toBe(text.key);
    expect(words).toContain('a.eml');
  });
});

describe('should be answered', () => {
  const filler = `${'x'.repeat(70)}\n`.repeat(430_000);
  const base64 = Buffer.from(REPORT).toString('base64').replace(/.{60}/g, '$&\n');
  const coded = { 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' };

  test.each<[string, () => Input, string[]]>([
    ['a mail of 30 MB', () => toBytes(bounce(REPORT + filler)), ['engine.warnings.truncated']],
    [
      'a mail of 30 MB in one line',
      () => toBytes(bounce(REPORT + 'x'.repeat(30e6))),
      ['engine.warnings.truncated'],
    ],
    ['a text of 30 MB', () => toBytes(REPORT + filler), ['engine.warnings.text-left-out']],
    ['a pasted text of 1 MB', () => REPORT + 'x '.repeat(500_000), ['engine.warnings.text-left-out']],
    ['base64 cut in the middle', () => bounce(base64.slice(0, -3), coded), []],
    ['base64 with foreign characters', () => bounce(`${base64}!*?`, coded), []],
    ['UTF-16', () => utf16le('\ufeff' + REPORT), []],
    ['UTF-16, big end first', () => utf16be('\ufeff' + REPORT), []],
    ['UTF-16 without a mark', () => utf16le(REPORT), []],
    ['a mail in UTF-16', () => utf16le('\ufeff' + bounce()), []],
    ['a mail with lone carriage returns', () => toBytes(bounce().replaceAll('\n', '\r')), []],
    ['a mail with a zero byte', () => toBytes(bounce(REPORT + '\0')), []],
  ])('%s', async (_what, make, warned) => expect(await answered(make())).toEqual({ said: UNKNOWN, warned }));

  const nestedParts = Array.from(
    { length: 10_000 },
    (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`,
  );
  test('10,000 parts inside one another, behind the report', async () => {
    const body = `--b0\nContent-Type: text/plain\n\n${REPORT}\n${nestedParts.join('')}`;
    expect(await answered(bounce(body, { 'Content-Type': 'multipart/mixed; boundary=b0' }))).toEqual({
      said: UNKNOWN,
      warned: ['engine.warnings.nesting'],
    });
  });

  test('10,000 mails inside one another: what was not opened is said', async () => {
    const outer = 'From: a@example.com\nSubject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n';
    expect((await answered(outer.repeat(10_000) + bounce())).warned).toContain('engine.warnings.nesting');
  });

  test('100,000 header fields and 100,000 recipients', async () => {
    const { recipients } = await explain(
      `${'X-Filler: x\n'.repeat(100_000)}${bounce('<user@example.com>: 550 5.1.1 User unknown\n'.repeat(100_000))}`,
    );
    expect(recipients.length).toBeLessThanOrEqual(2000);
  });
});

test('what is left out of a long text is counted, to the last recipient and character', async () => {
  const lines = Array.from({ length: 3000 }, (_, n) => `Email to user${n}@example.com dropped: bounced`);
  const log = lines.join('\n');
  const { recipients, warnings } = await explain(log);
  expect(recipients).toHaveLength(2000);
  expect(warnings).toEqual([{ key: 'engine.warnings.recipients-left-out', values: { count: '1000' } }]);
  const long = `${lines[0]}\n${'x '.repeat(200_000)}`;
  expect((await explain(long)).warnings).toEqual([
    { key: 'engine.warnings.text-left-out', values: { count: String(long.length - 256 * 1024) } },
  ]);
});
