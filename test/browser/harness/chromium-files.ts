import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';

/** Kept between runs: unpacked it has 200 MB. */
const CACHE = join(__dirname, '../../../.cache/chromium');
/** Longer than any unpacking; a lock older than that was left by a run that was killed. */
const LOCK_MS = 60_000;

/** A Chromium on this disk. */
export interface ChromiumFiles {
  executablePath: string;
  /** Where the libraries are that the system lacks; null where it lacks none. */
  libraryPath: string | null;
}

/**
 * The Chromium of the npm package, unpacked once into the repo's cache.
 *
 * The files are unpacked here rather than by the package, which unpacks into the temporary directory
 * and its libraries only on Amazon's machines.
 */
export async function chromiumFiles(): Promise<ChromiumFiles> {
  if (process.platform !== 'linux') {
    throw new Error('The Chromium of the npm package runs on Linux: name another one in CHROMIUM.');
  }
  const packed = packageFiles();
  const folder = join(CACHE, packed.version);
  const executablePath = join(folder, 'chromium');
  await once(executablePath, async (unpacking) => {
    await unbrotli(join(packed.bin, 'chromium.br'), createWriteStream(unpacking));
    await chmod(unpacking, 0o755);
  });
  if (!lacksLibraries(executablePath)) return { executablePath, libraryPath: null };
  const libraries = join(folder, 'al2023');
  await once(libraries, (unpacking) => unbrotli(join(packed.bin, 'al2023.tar.br'), extract(unpacking)));
  return { executablePath, libraryPath: join(libraries, 'lib') };
}

function packageFiles(): { bin: string; version: string } {
  // Its package.json is not exported, so the folder is found from its entry, build/cjs/index.cjs.
  const require = createRequire(__filename);
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = require(join(root, 'package.json')) as { version: string };
  return { bin: join(root, 'bin'), version };
}

async function unbrotli(from: string, to: NodeJS.WritableStream): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), to);
}

/** The machine may have the browser's libraries already (NSS mostly), or not. */
function lacksLibraries(executablePath: string): boolean {
  return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
}

/**
 * Makes `path` if it is not there. Parallel test workers wait for the one that holds the lock; since the
 * result appears by renaming, none can see half of it, even if the lock's owner was killed.
 */
async function once(path: string, make: (unpacking: string) => Promise<void>): Promise<void> {
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  const lock = `${path}.lock`;
  while (!(await acquire(lock))) {
    await new Promise((done) => setTimeout(done, 100));
    if (existsSync(path)) return;
  }
  const unpacking = `${path}.${String(process.pid)}`;
  try {
    if (existsSync(path)) return;
    await make(unpacking);
    await rename(unpacking, path);
  } finally {
    await rm(unpacking, { recursive: true, force: true });
    await rm(lock, { force: true });
  }
}

async function acquire(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > LOCK_MS) await rm(lock, { force: true });
    return false;
  }
}
