/** Runs the built command. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const command = resolve(__dirname, '../../dist/cli.js');
export const mails = resolve(__dirname, '../../host/mails');
export const mail = (name: string) => join(mails, name);

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}
interface Surroundings {
  input?: string | Uint8Array;
  cwd?: string;
  /** Run as this user; only root may. */
  uid?: number;
  timeZone?: string;
  /** A script that Node loads before the command, in each of its threads. */
  preload?: string;
}

export function run(
  args: readonly string[],
  { input = '', cwd, uid, timeZone, preload }: Surroundings = {},
): Ran {
  if (!existsSync(command))
    throw new Error('dist/cli.js is missing: run `npm run build` before these tests.');
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [...(preload ? ['--require', preload] : []), command, ...args],
    {
      input,
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: timeZone === undefined ? process.env : { ...process.env, TZ: timeZone },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    },
  );
  if (error) throw error;
  return { status, stdout, stderr };
}

export interface Row {
  file: string;
  kind: string;
  trust: { verdict: string; signals: string[] };
  recipients: Record<string, unknown>[];
}
export const rowsOf = ({ stdout }: Ran): Row[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

/** An empty folder, gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bounces-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
