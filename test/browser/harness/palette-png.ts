/** Pictures with few colours as PNG files with a palette: a third of what pngjs, which knows none, makes of them. */
import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

/** Red, green and blue are rounded to 8 levels each. A pane has less than 256 mixtures of them. */
const COLOUR_STEP = 255 / 7;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** @throws where there are more than 256 colours left, as in a photograph */
export function palettePng({ width, height, data }: PNG): Buffer {
  const colours = new Map<string, number>();
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    // Its first byte: no filter.
    const row = Buffer.alloc(width + 1);
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const colour = [...data.subarray(at, at + 3)].map((value) =>
        Math.round(Math.round(value / COLOUR_STEP) * COLOUR_STEP),
      );
      const key = colour.join();
      if (!colours.has(key)) colours.set(key, colours.size);
      row[x + 1] = colours.get(key) ?? 0;
    }
    rows.push(row);
  }
  if (colours.size > 256) throw new Error(`${colours.size} colours do not fit a palette`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, a palette.
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.from([...colours.keys()].flatMap((key) => key.split(',').map(Number)));
  const pixels = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
