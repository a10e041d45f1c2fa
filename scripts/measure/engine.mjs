/** The built engine, as the measuring scripts use it. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);

/** `dist/engine.js`, or the file that ENGINE names. */
export const enginePath = resolve(process.env.ENGINE ?? 'dist/engine.js');

export function loadEngine() {
  if (!existsSync(enginePath)) {
    console.error(`There is no ${enginePath}: run \`npm run build\`, or name another by ENGINE.`);
    process.exit(2);
  }
  return require(enginePath);
}

/** Highest memory that the process has held so far, in MiB. */
export const peakMemory = () => process.resourceUsage().maxRSS / 1024;
