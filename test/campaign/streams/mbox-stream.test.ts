import { inputOf } from '../../../src/campaign/observe';
import { bounce } from '../../engine/write-mail';
import { piecesIn } from '../read-files';

describe('a mailbox', () => {
  const mbox = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n${bounce()}\nmail ${n}\n`,
    ).join('\n');
  const textsOf = async (text: string | Uint8Array, size?: number) =>
    (await piecesIn({ name: 'a.mbox', text }, size)).pieces.map((piece) =>
      new TextDecoder().decode(inputOf(piece) as Uint8Array),
    );

  test('is read mail by mail, wherever the bytes are cut', async () => {
    const whole = await textsOf(mbox(20), 1e6);
    expect(whole).toHaveLength(20);
    expect(whole[7]).toContain('mail 7');
    for (const size of [13, 100, 999]) expect(await textsOf(mbox(20), size)).toEqual(whole);
  });

  test('that was cut at both ends still gives its mails', async () => {
    const text = mbox(5);
    const found = await textsOf(text.slice(200, -200), 333);
    expect(found).toHaveLength(5);
    expect(found[1]).toContain('mail 1');
  });

  test('with a mail of many megabytes gives its beginning, and the mails behind it', async () => {
    const big = `From x Mon Nov 23 09:00:00 2026\n${bounce('x\n'.repeat(6_000_000))}\n`;
    const { pieces, leftOut } = await piecesIn(
      { name: 'a.mbox', text: `${mbox(1)}\n${big}\n${mbox(2)}` },
      262_144,
    );
    expect(pieces).toHaveLength(4);
    expect(leftOut).toEqual([{ leftOut: 'mail-cut', count: 1, place: 2 }]);
  });
});
