import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeMsg } from '../engine/mail/write-msg';
import { bounce, REASON } from '../engine/write-mail';
import { mail, rowsOf, run, temporaryFolder, type Ran } from './command';

const folder = temporaryFolder();
const write = (path: string, content: string | Uint8Array = bounce()) => {
  writeFileSync(join(folder, path), content);
  return join(folder, path);
};
const make = (path: string) => {
  mkdirSync(join(folder, path), { recursive: true });
  return join(folder, path);
};
const files = (ran: Ran) => rowsOf(ran).map(({ file }) => file);
const LINE = '550 5.1.1 <user@example.com>: User unknown';

describe('every form of a mail', () => {
  const report = {
    class: 'REPORT.IPM.Note.NDR',
    subject: 'Undeliverable: Your training is waiting',
    reportText: 'Delivery has failed to these recipients or groups:',
    recipients: [
      { smtpAddress: 'user@example.com', supplementaryInfo: `<mx.example.com #5.1.1 smtp;${LINE}>` },
    ],
  };
  test.each<[string, string | Uint8Array]>([
    ['a.eml', bounce()],
    ['a.msg', writeMsg(report)],
    ['a.txt', LINE],
    ['a.json', '{"event":"bounce","email":"user@example.com","reason":"550 5.1.1 User unknown"}'],
    ['without-ending', bounce()],
  ])('%s', (name, content) => {
    const path = write(name, content);
    const ran = run(['--json', path]);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(rowsOf(ran)).toMatchObject([
      {
        file: path,
        kind: 'failure',
        recipients: [{ address: 'user@example.com', cause: 'recipient-unknown' }],
      },
    ]);
  });

  test('an .mbox: each mail by its number', () => {
    const from = 'From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n';
    const path = write('a.mbox', `${from}${bounce()}\n${from}${bounce(REASON.replace('user@', 'b@'))}\n`);
    const ran = run(['--json', path]);
    expect(ran.status).toBe(0);
    expect(rowsOf(ran)).toMatchObject([
      { file: `${path}#1`, recipients: [{ address: 'user@example.com' }] },
      { file: `${path}#2`, recipients: [{ address: 'b@example.com' }] },
    ]);
  });

  test('an .eml that holds a second mail is one mail, by its own name', () => {
    const from = 'From MAILER-DAEMON Mon Nov 23 09:00:00 2026\n';
    const path = write('twice.eml', `${from}${bounce()}\n${from}${bounce(REASON.replace('user@', 'b@'))}\n`);
    expect(rowsOf(run(['--json', path]))).toMatchObject([{ file: path }]);
  });

  test.each([
    ['a mail', bounce()],
    ['a line', LINE],
  ])('standard input: %s', (_what, input) => {
    const ran = run(['--json', '-'], { input });
    expect(ran.status).toBe(0);
    expect(rowsOf(ran)).toMatchObject([{ file: '-', recipients: [{ address: 'user@example.com' }] }]);
  });
});

describe('a folder', () => {
  test('is read to its depth, in order, whatever the names; what is no text is counted', () => {
    make('deep/er');
    for (const name of ['deep/b.eml', 'deep/a.eml', 'deep/er/c.txt', 'deep/exo.dsn']) write(name);
    write('deep/picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10));
    write('deep/.DS_Store', 'Bud1');
    const deep = join(folder, 'deep');
    const ran = run(['--json', deep]);
    expect(ran).toMatchObject({
      status: 0,
      stderr: `${deep}: hidden files, not read: 1.\n${deep}: files that are neither email nor text, not read: 1.\n`,
    });
    expect(files(ran).map((file) => file.slice(folder.length + 1))).toEqual([
      'deep/a.eml',
      'deep/b.eml',
      'deep/er/c.txt',
      'deep/exo.dsn',
    ]);
  });

  test('that is empty prints nothing, and says so', () => {
    const empty = make('empty');
    const stderr = `${empty}: there are no files in it.\n`;
    expect(run(['--json', empty])).toEqual({ status: 0, stdout: '', stderr });
  });

  test('of devices, pipes and links to them is read as far as it holds files', () => {
    const odd = make('odd');
    write('odd/a.eml');
    symlinkSync('/dev/zero', join(odd, 'zero.eml'));
    execFileSync('mkfifo', [join(odd, 'pipe.eml')]);
    const ran = run(['--json', odd]);
    expect(files(ran)).toEqual([join(odd, 'a.eml')]);
    expect(ran.stderr).toContain('zero.eml');
  });

  test('that links to others crosswise is read once each', () => {
    const crossed = make('crossed');
    const names = ['k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'];
    for (const name of names) {
      make(`crossed/${name}`);
      write(`crossed/${name}/mail.eml`);
    }
    for (const name of names)
      for (const other of names) symlinkSync(join('..', other), join(crossed, name, `to-${other}`));
    expect(files(run(['--json', crossed]))).toHaveLength(names.length);
  });

  test('that links to its own files and to others reads each once', () => {
    const linking = make('linking');
    write('linking/m.eml');
    make('elsewhere');
    write('elsewhere/outside.data');
    for (const name of ['a.eml', 'z.eml']) symlinkSync('m.eml', join(linking, name));
    for (const name of ['b.eml', 'y.eml'])
      symlinkSync(join('..', 'elsewhere', 'outside.data'), join(linking, name));
    expect(files(run(['--json', linking]))).toEqual([join(linking, 'b.eml'), join(linking, 'm.eml')]);
  });

  test('that links back to itself is read once', () => {
    const circle = make('circle');
    write('circle/a.eml');
    symlinkSync('.', join(circle, 'again'));
    expect(files(run(['--json', circle]))).toEqual([join(circle, 'a.eml')]);
  });
});

/** Another user may be kept from the clone itself, or from Node. */
function canRun(as: { uid?: number }): boolean {
  try {
    return run(['--help'], as).status === 0;
  } catch {
    return false;
  }
}

describe('what cannot be read is named, and the others are printed', () => {
  const good = () => write('good.eml');
  const unread = (path: string) => run(['--json', path, good()]);

  test.each<[string, () => string]>([
    ['a missing file', () => join(folder, 'missing.eml')],
    ['an empty file', () => write('empty.eml', '')],
    ['a picture', () => write('picture.eml', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10))],
    ['zero bytes', () => write('zeros.txt', new Uint8Array(5000))],
    ['a broken .msg', () => write('broken.msg', writeMsg({ subject: 'x' }).subarray(0, 600))],
    ['a file as a folder', () => join(write('file.eml'), 'inside')],
  ])('%s', (_what, path) => {
    const bad = path();
    const ran = unread(bad);
    expect(ran.status).toBe(1);
    expect(files(ran)).toEqual([good()]);
    const lines = ran.stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(basename(bad));
    // Said in words, with what to do: at least two sentences.
    expect(lines[0]).toMatch(/[.)] [A-Z].+\.$/);
    expect(lines[0]).not.toMatch(/\bat .+:\d+:\d+|\{[a-z]+\}/);
  });

  test('all bad ones are named, in order', () => {
    const ran = run(['--json', join(folder, 'one.eml'), good(), join(folder, 'two.eml')]);
    expect(ran.stderr).toMatch(/one\.eml.*\n.*two\.eml.*\n$/);
    expect(files(ran)).toHaveLength(1);
  });

  test('a folder without read permission', () => {
    const open = make('permission');
    write('permission/a.eml');
    const locked = make('permission/locked');
    write('permission/locked/b.eml');
    chmodSync(folder, 0o755);
    chmodSync(locked, 0o000);
    // Root reads everything: what is tested is what anybody else gets.
    const as = process.getuid?.() === 0 ? { uid: 65534 } : {};
    if (!canRun(as)) {
      console.log('Not tested: root here, and no other user can run the command.');
      return;
    }
    try {
      const ran = run(['--json', open], as);
      expect(files(ran)).toEqual([join(open, 'a.eml')]);
      expect(ran.stderr).toContain(locked);
      expect(ran.stderr).toContain('permission');
      expect(ran.status).toBe(1);
    } finally {
      chmodSync(locked, 0o755);
    }
  });
});

test('a name that looks like an option is read behind --', () => {
  copyFileSync(mail('postfix-user-unknown.eml'), join(folder, '--json.eml'));
  expect(files(run(['--json', '--', '--json.eml'], { cwd: folder }))).toEqual(['--json.eml']);
  expect(readFileSync(join(folder, '--json.eml')).length).toBeGreaterThan(0);
});

/** Loaded before the command: a decoder that never comes back from what the mail says, and a processor whose time runs fast. */
const HANGING = `
  const { decode } = TextDecoder.prototype;
  TextDecoder.prototype.decode = function (bytes) {
    const text = decode.call(this, bytes);
    if (text.includes('ENDLESS')) for (;;);
    return text;
  };
  const { setTimeout } = globalThis;
  globalThis.setTimeout = (done, ms, ...more) => setTimeout(done, ms / 2, ...more);
  const { cpuUsage } = process;
  process.cpuUsage = (before = { user: 0, system: 0 }) => {
    const { user, system } = cpuUsage.call(process);
    return { user: user * 2 - before.user, system: system * 2 - before.system };
  };`;

test('a file that its reader never comes back from is named, and the rest of the folder is read', () => {
  make('hanging');
  const preload = write('hanging.cjs', HANGING);
  for (const name of ['a', 'c']) write(`hanging/${name}.eml`);
  write('hanging/b.eml', bounce('ENDLESS \u00fc'));
  const ran = run(['--json', join(folder, 'hanging')], { preload });
  expect(files(ran).map((file) => basename(file))).toEqual(['a.eml', 'c.eml']);
  expect(ran.stderr).toMatch(/b\.eml took too long to read\. [^\n]+\n$/);
  expect(ran.status).toBe(1);
});

test('a file’s name forges no line of its own', () => {
  const forged = join(folder, 'a\nAll files were read.\u001b[2J.eml');
  const ran = run(['--json', forged]);
  expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ran.stderr).not.toContain('\u001b');
  writeFileSync(forged, bounce());
  const [row] = run(['--json', forged]).stdout.trimEnd().split('\n');
  expect(JSON.parse(row!)).toMatchObject({ file: forged, kind: 'failure' });
  expect(run([forged]).stdout.split('\n')[0]).toMatch(/a.All files were read/);
});
