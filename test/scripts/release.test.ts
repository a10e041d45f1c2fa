/** The workflows: least rights, pinned actions, and no step that is not a command of the project. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const folder = join(root, '.github/workflows');
const { scripts, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  version: string;
};
interface Workflow {
  permissions: object;
  jobs: Record<string, { permissions?: object; steps: { uses?: string; run?: string; with?: object }[] }>;
}
const workflows = readdirSync(folder).map(
  (name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as Workflow] as const,
);

describe.each(workflows)('%s', (name, { permissions, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('gives no right but those that a job names', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
    const writing = JSON.stringify(Object.values(jobs).map((job) => job.permissions)).match(/"write"/g) ?? [];
    expect(writing.length).toBe(name === 'ci.yml' ? 0 : 4);
  });

  test('pins each action by the commit of a release, and hands no credentials on', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    for (const { uses, with: given } of steps)
      if (uses?.startsWith('actions/checkout@')) expect(given).toEqual({ 'persist-credentials': false });
  });

  test('runs scripts that there are', () => {
    const asked = steps.flatMap(({ run }) => /^npm run ([a-z:-]+)/.exec(run ?? '')?.[1] ?? []);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('puts nothing of an event into a shell', () => {
    for (const { run } of steps) expect(run ?? '').not.toMatch(/\$\{\{ *github\.(event|head_ref|ref_name)/);
  });
});

test('check:release agrees with itself, and refuses another tag', () => {
  const check = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'scripts/check-release.mjs'), ...args], { encoding: 'utf8' });
  expect(check().stderr).toBe('');
  expect(check(`v${version}`).status).toBe(0);
  expect(check('v99.0.0')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('the tag is v99.0.0'),
  });
});
