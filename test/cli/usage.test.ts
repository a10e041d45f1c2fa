import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { mail, mails, run } from './command';

describe('should not be understood: exit status 2, nothing printed, help named', () => {
  test.each([
    ['no path', []],
    ['no path, only options', ['--json']],
    ['an unknown option', ['--jsno', 'a.eml']],
    ['an unknown short option', ['-x', 'a.eml']],
    ['an option without its value', ['a.eml', '--language']],
    ['a web address without https', ['--platform-url', 'http://dash.example.com', 'a.eml']],
    ['a script as web address', ['--platform-url', 'javascript:alert(1)', 'a.eml']],
    ['an option in place of a value', ['--lists', '--summary', 'a.csv']],
    ['a time that is none', ['--now', 'soon', 'a.eml']],
  ])('%s', (_what, args) => {
    const { status, stdout, stderr } = run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/\S.*\n$/);
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+|cli\.error|\{[a-z]+\}/);
  });

  test('the option is named', () => expect(run(['--jsno', 'a.eml']).stderr).toContain('--jsno'));
});

test.each([
  ['--rows', '--summary'],
  ['--rows', '--csv'],
  ['--rows', '--compare f'],
  ['--rows', '--merge --compare f'],
  ['--csv', '--summary'],
  ['--csv', '--compare f'],
  ['--csv', '--json'],
  ['--messages', '--json'],
  ['--messages', '--summary'],
  ['--messages', '--lists d'],
  ['--trace', '--json'],
  ['--trace', '--messages'],
  ['--trace', '--merge --rows'],
  ['--ask 5.1.1', '--rows'],
])('should not go together, in any order: %s %s', (option, others) => {
  const [first, second] = [option.split(' '), others.split(' ')];
  for (const args of [
    [...first, ...second],
    [...second, ...first],
  ]) {
    const { status, stdout, stderr } = run([...args, 'a.csv']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(first[0]);
    expect(stderr).toContain('do not go together');
  }
});

test('should ask about a line that begins with dashes', () =>
  expect(run(['--ask', '----- 550 5.1.1 User unknown -----']).status).toBe(0));

test('a region’s language is answered in the language', () =>
  expect(run(['--language', 'de-AT', mail('postfix-user-unknown.eml')]).stdout).toContain('Zuständig: '));

test.each([
  [['--language', 'de', '--jsno', 'a.eml'], 'Unbekannte Option'],
  [['--jsno', '--language', 'tr'], 'Bilinmeyen seçenek'],
  [['--jsno', '--', '--language', 'tr'], 'Unknown option'],
  [['--jsno', 'a.eml', '--language'], 'Unknown option'],
])('says so in the language asked for: %j', (args, words) => expect(run(args).stderr).toContain(words));

test('says its version, and how new its knowledge is', () =>
  expect(run(['--version'])).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^ndr-explain \d+\.\d+\.\d+, knowledge of \d{4}-\d\d-\d\d\n$/),
    stderr: '',
  }));

describe('completion', () => {
  const help = run(['--help']).stdout;
  const options = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name!);

  test('in bash offers the options that begin so', () => {
    const { stdout } = run(['--completion', 'bash']);
    const typed = `${stdout}\nCOMP_WORDS=(ndr-explain --lan); COMP_CWORD=1; _ndr_explain; echo "$COMPREPLY"`;
    expect(spawnSync('bash', ['-c', typed], { encoding: 'utf8' })).toMatchObject({
      stdout: '--language\n',
      stderr: '',
    });
  });

  test.each(['bash', 'zsh', 'fish'])('for %s knows all options of the help', (shell) => {
    const { status, stdout } = run(['--completion', shell]);
    expect(status).toBe(0);
    expect(options.length).toBeGreaterThan(10);
    for (const name of options) expect(stdout).toContain(shell === 'fish' ? `-l ${name.slice(2)} ` : name);
  });

  test('for another shell is refused', () =>
    expect(run(['--completion', 'tcsh'])).toMatchObject({ status: 2, stdout: '' }));
});

describe('help', () => {
  test.each(['tr', 'de', 'fr', 'es', 'ar'])('in %s has no direction marks', (language) => {
    const { stdout } = run(['--help', '--language', language]);
    expect(stdout).toContain('--own-domain');
    expect(stdout).not.toMatch(/\p{Cf}/u);
  });

  test.each(['--help', '-h'])('%s', (option) => {
    const { status, stdout, stderr } = run([option]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const part of [
      '--ask',
      '--json',
      '--messages',
      '--new-account',
      '--language',
      '--own-domain',
      '--sender',
      '--platform-url',
      '--now',
      '.mbox',
    ])
      expect(stdout).toContain(part);
  });
});

describe('every option is accepted', () => {
  test.each([
    ['--language', 'nl-BE'],
    ['--language', 'constructor'],
    ['--own-domain', 'Company.Example'],
    ['--sender', 'Training@Company.Example'],
    ['--platform-url', 'https://dash.example.com'],
    ['--now', '2026-11-23T09:00:00Z'],
  ])('%s %s', (option, value) => {
    const { status, stdout, stderr } = run([option, value, mail('postfix-user-unknown.eml')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('maria.lopez@example.org');
    expect(stdout).toContain('Who acts: ');
  });
});

test('a reader that leaves early, as `head` does, is no error', async () => {
  const command = resolve(__dirname, '../../dist/cli.js');
  const child = spawn(process.execPath, [command, '--json', mails], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((done) => child.once('close', done));
  expect(stderr).toBe('');
});
