/** Text → bytes of a national charset: what TextDecoder reads, turned round. */

const ESCAPE_JIS = [0x1b, 0x24, 0x42];
const ESCAPE_ASCII = [0x1b, 0x28, 0x42];

/** What mail programs write where a charset lacks the right character. */
const SIMPLER: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  ș: 'ş',
  ț: 'ţ',
  Ș: 'Ş',
  Ț: 'Ţ',
};

const tables = new Map<string, Map<string, readonly number[]>>();

/** @throws where the charset has no such character: a fixture that cannot be as it claims to be */
export function encode(text: string, charset: string): Uint8Array {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  const table = tableOf(charset);
  const bytes: number[] = [];
  let isJis = false;
  for (const character of text) {
    const code = table.get(character) ?? table.get(SIMPLER[character] ?? '');
    if (!code) throw new Error(`${charset} has no ${character}`);
    if (charset === 'iso-2022-jp' && isJis !== code.length > 1) {
      isJis = code.length > 1;
      bytes.push(...(isJis ? ESCAPE_JIS : ESCAPE_ASCII));
    }
    bytes.push(...code);
  }
  return Uint8Array.from(isJis ? [...bytes, ...ESCAPE_ASCII] : bytes);
}

function tableOf(charset: string): Map<string, readonly number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const decoder = new TextDecoder(charset);
  const table = new Map<string, readonly number[]>();
  for (const code of codesOf(charset)) {
    const bytes = charset === 'iso-2022-jp' && code.length > 1 ? [...ESCAPE_JIS, ...code] : code;
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && character !== '\ufffd' && !table.has(character))
      table.set(character, code);
  }
  tables.set(charset, table);
  return table;
}

/** Every code that the charset may use. */
function codesOf(charset: string): number[][] {
  const single = Array.from({ length: charset === 'iso-2022-jp' ? 128 : 256 }, (_, byte) => [byte]);
  const lead = {
    'iso-2022-jp': [0x21, 0x7e],
    gb2312: [0xa1, 0xf7],
    'euc-kr': [0xa1, 0xfd],
    big5: [0xa1, 0xf9],
  }[charset];
  if (!lead) return single;
  const [first = 0, last = 0] = lead;
  const trail = charset === 'big5' ? [0x40, 0xfe] : charset === 'iso-2022-jp' ? [0x21, 0x7e] : [0xa1, 0xfe];
  const [low = 0, high = 0] = trail;
  const double: number[][] = [];
  for (let a = first; a <= last; a++) for (let b = low; b <= high; b++) double.push([a, b]);
  return [...single.slice(0, 128), ...double];
}
