/** What `npm run package` makes of the built pane, unpacked in memory. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js';

export const root = join(__dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
};

export interface Package {
  bytes: Buffer;
  printed: string;
}

/** @throws with what the script says, where it refuses */
export function pack(args: readonly string[], timeZone = 'UTC'): Package {
  const out = mkdtempSync(join(tmpdir(), 'bounce-explainer-'));
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'scripts/package.mjs'), '--out', out, ...args],
      { encoding: 'utf8', env: { ...process.env, TZ: timeZone } },
    );
    if (status !== 0) throw new Error(stderr);
    return { bytes: readFileSync(join(out, `bounce-explainer-${version}.zip`)), printed: stdout };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** @returns path → bytes, as text in Latin-1 so that nothing is lost */
export async function unpack({ bytes }: Package): Promise<Map<string, string>> {
  configure({ useWebWorkers: false });
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const files = entries.filter((entry): entry is FileEntry => !entry.directory);
  const texts = files.map(
    async (file) => [file.filename, latin1(await file.getData(new Uint8ArrayWriter()))] as const,
  );
  return new Map(await Promise.all(texts));
}

/** One character a byte; a decoder of "latin1" would take it for Windows-1252. */
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
