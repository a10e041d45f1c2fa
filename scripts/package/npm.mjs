/** Runs the npm that runs us, or the one on the path. */
import { execFileSync } from 'node:child_process';

/** @returns what it prints */
export function runNpm(args, folder) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] };
  const { npm_execpath: npm } = process.env;
  return npm?.endsWith('.js')
    ? execFileSync(process.execPath, [npm, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
