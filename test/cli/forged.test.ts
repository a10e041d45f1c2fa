/** A forged bounce must not bring the command to weaken the tenant. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORGED } from '../forged-bounce';
import { rowsOf, run, temporaryFolder } from './command';

const CHANGES = /PS> (?:Set|Add|Remove|New|Enable|Disable)-|\$false/;
const path = join(temporaryFolder(), 'forged.eml');
writeFileSync(path, FORGED);

test.each([[[]], [['--own-domain', 'company.example']], [['--own-domain', 'company.example', '--messages']]])(
  'no command that changes anything: %j',
  (options) => {
    const { stdout } = run([...options, path]);
    expect(stdout).toContain('everyone@company.example');
    expect(stdout).not.toMatch(CHANGES);
    const json = run([...options, '--json', path]);
    expect(json.stdout).not.toMatch(CHANGES);
    expect(rowsOf(json)[0]?.trust.verdict).not.toBe('genuine');
  },
);

test('--real: the admin says that the mail is real, and the commands are shown', () =>
  expect(
    run(['--own-domain', 'company.example', '--sender', 'training@company.example', '--real', path]).stdout,
  ).toMatch(/PS> Set-/));
