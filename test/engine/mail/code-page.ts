/** Text → bytes of a Windows code page: the way back from what a platform's TextDecoder reads. */

/** What a code page has from 0x80 on that its decoder in Node 20 does not know. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const NAMES: Readonly<Record<number, string>> = { 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5' };

const tables = new Map<number, Map<string, number[]>>();

function tableOf(codePage: number): Map<string, number[]> {
  const decoder = new TextDecoder(NAMES[codePage] ?? `windows-${codePage}`, { fatal: true });
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // No character.
    }
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (codePage in NAMES)
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  if (codePage === 1252) [...WESTERN].forEach((character, at) => table.set(character, [0x80 + at]));
  return table;
}

/** @throws Error for a character that the code page lacks */
export function encode(text: string, codePage: number): Buffer {
  if (codePage === 65001) return Buffer.from(text);
  let table = tables.get(codePage);
  if (!table) tables.set(codePage, (table = tableOf(codePage)));
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`code page ${codePage} has no ${character}`);
      return bytes;
    }),
  );
}
