/** The scripts are modules, which the tests' own loader does not read: they run in a process of their own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const LARGE = 2 ** 28;

interface WantedRecipient {
  address: (string | null)[];
  action: string[];
  replyCode: (string | null)[];
  status: (string | null)[];
  cause: string[];
}
export interface Case {
  n: number;
  parts: Record<string, string>;
  form: 'text' | 'mail';
  input: string;
  words: string[];
  want: { kind: string[]; recipients: WantedRecipient[] };
}

/**
 * @param expression may use the module as `it`, and what is handed in as `given`
 * @returns its value
 */
export function ask<T>(module: string, expression: string, given: unknown = null): T {
  const url = JSON.stringify(join(root, 'scripts/matrix', module));
  const program = `import * as it from ${url}; import { text } from 'node:stream/consumers';
    const given = JSON.parse(await text(process.stdin)); console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    input: JSON.stringify(given),
    maxBuffer: LARGE,
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

/** @param args of `npm run matrix` */
export function dealtBy(...args: string[]): Case[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts/matrix.mjs'), '--cases', ...args],
    { encoding: 'utf8', maxBuffer: LARGE },
  );
  if (stderr) throw new Error(stderr);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case);
}

export const inputOf = ({ form, input }: Case) => (form === 'mail' ? new TextEncoder().encode(input) : input);
export const nameOf = ({ n, parts }: Case) =>
  `${n}: ${Object.entries(parts)
    .map((pair) => pair.join(' '))
    .join(', ')}`;
