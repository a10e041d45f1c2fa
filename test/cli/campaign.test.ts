/** The command on many bounces together. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeCampaign } from '../campaign/made-campaign';
import { rowsOf, run, temporaryFolder } from './command';

const command = resolve(__dirname, '../../dist/cli.js');
const folder = temporaryFolder();
const NOW = ['--now', '2026-11-26T12:00:00Z'];
const made = makeCampaign({ suppressed: 812, rule: 301, wrong: 127 });
const files = made.files.map(({ name, text }) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
});
const put = (name: string, text: string | Uint8Array) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const summaryOf = (...args: string[]) => {
  const ran = run(['--summary', '--json', ...NOW, ...args]);
  return { ...ran, summary: JSON.parse(ran.stdout) as Record<string, unknown> };
};

test('1,240 bounces are three things to do', () => {
  const { status, stdout, stderr } = run(['--summary', ...NOW, ...files]);
  expect(stdout.split('\n').slice(0, 4)).toEqual([
    '1,240 bounces. Things to do: 3.',
    '  1. 812 people (65%): Suppressed after earlier bounce',
    '  2. 301 people (24%): A mail flow rule rejected, at company.example',
    '  3. 127 people (10%): Wrong addresses',
  ]);
  expect([status, stderr]).toEqual([0, '']);
});

test('all that goes in is accounted for', () => {
  const { summary } = summaryOf(...files);
  const sources = summary.sources as { source: string; records: number; told: number }[];
  const lines = (at: number) => (made.files[at]?.text ?? '').trimEnd().split('\n').length;
  expect(sources.map(({ records }) => records)).toEqual([
    lines(0) - 1,
    made.files[1]?.text.match(/^From /gm)?.length,
    lines(2),
  ]);
  expect(summary).toMatchObject({
    bounces: 1240,
    arrived: 0,
    lists: { 'resend-now': 812, 'ask-it': 301, correct: 127, 'resend-after': 0, hold: 0 },
  });
});

test('a table has a row for each person', () => {
  const { stdout } = run(['--csv', ...NOW, ...files]);
  expect(stdout.startsWith('\ufeff"address","action"')).toBe(true);
  expect(stdout.trimEnd().split('\r\n')).toHaveLength(1241);
});

test('lines of many processes, put together, give the bytes of one process', () => {
  const whole = run(['--summary', '--json', ...NOW, ...files]).stdout;
  const each = `${process.execPath} ${command} --rows ${NOW.join(' ')}`;
  const merge = `${process.execPath} ${command} --merge --summary --json -`;
  const hasParallel = spawnSync('parallel', ['--version']).status === 0;
  if (!hasParallel) console.log('GNU parallel is not installed: xargs -P runs the processes.');
  const spread = hasParallel ? `parallel -j 3 ${each} {}` : `xargs -P 3 -I {} ${each} {}`;
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\n' ${files.join(' ')} | ${spread} | ${merge}`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect(stdout).toBe(whole);
});

test('merged rows are rows again, and merging them twice changes nothing', () => {
  const rows = run(['--rows', ...NOW, ...files]).stdout;
  const merged = run(['--rows', '--merge', '-'], { input: rows }).stdout;
  expect(run(['--rows', '--merge', '-'], { input: rows + merged }).stdout).toBe(merged);
});

describe('lists', () => {
  const lists = join(folder, 'lists');
  test('are written whole, with a ticket for each thing to do', () => {
    expect(run(['--lists', lists, ...NOW, ...files]).status).toBe(0);
    expect(readdirSync(lists).sort()).toEqual([
      'ask-it.csv',
      'ask-it.json',
      'ask-it.txt',
      'correct.csv',
      'correct.json',
      'correct.txt',
      'resend-now.csv',
      'resend-now.json',
      'resend-now.txt',
      'rows.jsonl',
      'suppression-sendgrid.json',
      'tickets',
    ]);
    const wrong = made.people.filter(({ truth }) => truth === 'wrong').map(({ address }) => address);
    expect(readFileSync(join(lists, 'correct.txt'), 'utf8').trimEnd().split('\n')).toEqual(wrong.sort());
    const body = JSON.parse(readFileSync(join(lists, 'suppression-sendgrid.json'), 'utf8')) as {
      emails: string[];
    };
    expect(body.emails).toHaveLength(812);
    const ticket = readFileSync(
      join(lists, 'tickets', '02-policy-rule.mail-flow-rule-company.example.md'),
      'utf8',
    );
    expect(ticket).toContain('mail flow rule');
    expect(ticket).toContain('All addresses (301)');
  });

  test('stand beside the rows that are printed', () => {
    const ran = run(['--rows', '--lists', join(folder, 'both'), ...NOW, ...files]);
    expect(ran.stdout).toBe(readFileSync(join(folder, 'both', 'rows.jsonl'), 'utf8'));
    expect(ran.stdout).toBe(readFileSync(join(lists, 'rows.jsonl'), 'utf8'));
  });

  test('of a former run go, and what others put beside them stays', () => {
    const again = join(folder, 'again');
    run(['--lists', again, ...NOW, ...files]);
    for (const name of ['notes.txt', 'resend-now.txt.bak', 'tickets/notes.md'])
      writeFileSync(join(again, name), 'mine');
    writeFileSync(join(again, 'repeated.txt'), 'old@example.com\n');
    const one = put('one.csv', 'email,event,reason\none@example.com,bounce,550 5.1.1 User unknown\n');
    expect(run(['--lists', again, ...NOW, one]).status).toBe(0);
    expect(readdirSync(again, { recursive: true }).sort()).toEqual([
      'correct.csv',
      'correct.json',
      'correct.txt',
      'notes.txt',
      'resend-now.txt.bak',
      'rows.jsonl',
      'tickets',
      ...['01-wrong-addresses.csv', '01-wrong-addresses.md', '01-wrong-addresses.txt', 'notes.md'].map(
        (name) => join('tickets', name),
      ),
    ]);
  });

  test('leave nothing half written where the disk is full', () => {
    const full = join(folder, 'full');
    mkdirSync(full);
    const { status, stderr } = spawnSync(
      'sh',
      [
        '-c',
        `ulimit -f 16; exec ${process.execPath} ${command} --lists ${full} ${NOW.join(' ')} ${files.join(' ')}`,
      ],
      { encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be written (EFBIG)');
    expect(readdirSync(full, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual(
      [],
    );
    // The disk ends within a text, of which a part can be written: what stands there is as long as on another disk.
    const written = readdirSync(full).filter((name) => name !== 'tickets');
    for (const name of written)
      expect([name, readFileSync(join(full, name)).length]).toEqual([
        name,
        readFileSync(join(lists, name)).length,
      ]);
  });

  test('can be compared with', () => {
    const { stdout } = run(['--compare', join(lists, 'rows.jsonl'), '--json', ...NOW, files[0] ?? '']);
    const { comparison } = JSON.parse(stdout) as { comparison: Record<string, string[]> };
    expect(comparison.new).toEqual([]);
    expect(comparison.still?.length).toBeGreaterThan(800);
    expect((comparison.still?.length ?? 0) + (comparison.unseen?.length ?? 0)).toBe(1240);
  });
});

describe('what was left out of a report of 6,000 people', () => {
  const report = () =>
    put(
      'long-report.eml',
      [
        'From: MAILER-DAEMON@mx.example.com',
        'To: training@company.example',
        'Subject: Undelivered Mail',
        'Return-Path: <>',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example.com',
        '',
        ...Array.from({ length: 6000 }, (_, n) => [
          `Final-Recipient: rfc822; u${n}@example.com`,
          'Action: failed',
          'Status: 5.1.1',
          'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
          '',
        ]).flat(),
        '--b--',
        '',
      ].join('\n'),
    );

  test.each([['--json'], ['--own-domain', 'company.example']])('is told in an answer: %s', (...args) => {
    const { status, stderr } = run([...args, report()]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/more recipients were left out\.\n$/)]);
  });

  test('is told by rows, and when they are put together', () => {
    const direct = run(['--rows', report()]);
    const merged = run(['--merge', '--csv', '-'], { input: direct.stdout });
    expect(direct.stderr).toMatch(/recipients of very long reports, left out: \d+/);
    expect([direct.status, merged.status, merged.stderr]).toEqual([1, 1, direct.stderr]);
  });
});

describe('one answer a mail leaves nothing out, either', () => {
  test('a table of 10,000 rows', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, n) => `user${n}@example.com,bounce,550 5.1.1 User unknown`,
    );
    const ran = run(['--json', put('long.csv', `email,event,reason\n${rows.join('\n')}\n`)]);
    const answers = rowsOf(ran);
    const all = answers.flatMap(({ recipients }) => recipients.map(({ address }) => address));
    expect(new Set(all).size).toBe(10_000);
    expect(all).toHaveLength(10_000);
    expect(answers[0]).toMatchObject({ lines: [2, 1001] });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  });

  test('a log of 3,000 lines', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, n) => `Email to user${n}@example.com dropped: bounced address`,
    );
    const ran = run(['--json', put('long.log', lines.join('\n'))]);
    expect(rowsOf(ran).flatMap(({ recipients }) => recipients)).toHaveLength(3000);
    expect(ran.status).toBe(0);
  });
});

describe('bad input is told in a sentence, and the rest is read', () => {
  const good = 'email,event,reason\ngood@example.com,bounce,550 5.1.1 User unknown\n';
  test.each([
    [
      'a quote that never closes',
      'open.csv',
      `${good}bad@example.com,bounce,"550 no\nworse@example.com,bounce,550 no\n`,
      /quotation mark/,
      3,
    ],
    [
      'a line without an end',
      'endless.log',
      `${'x'.repeat(2e6)}\nEmail to good@example.com dropped: bounced address\nEmail to b@example.com dropped: bounced address\n`,
      /too long/,
      2,
    ],
    [
      'a million columns',
      'wide.csv',
      `email,event,reason,${'c,'.repeat(1e6)}\ngood@example.com,bounce,550 5.1.1 no\n`,
      /too many columns/,
      1,
    ],
    [
      'broken JSON',
      'broken.json',
      `[{"event":"bounce","email":"good@example.com","reason":"550 no"},\n{"event":"bounce","email":"b@example.com","reason":"550 no"},\n{"eve`,
      /JSON is broken/,
      2,
    ],
    [
      'bytes of a program',
      'program.log',
      Buffer.from(Array.from({ length: 5000 }, (_, n) => n % 7)),
      /could not be read/,
      0,
    ],
  ])('%s', (_, name, text, sentence, bounces) => {
    const { status, stderr, summary } = summaryOf(put(name, text));
    expect([status, summary.bounces]).toEqual([1, bounces]);
    expect(stderr).toMatch(sentence);
  });

  test('a file that is not there, beside one that is', () => {
    const { status, stderr, summary } = summaryOf(join(folder, 'none.csv'), put('good.csv', good));
    expect([status, summary.bounces]).toEqual([1, 1]);
    expect(stderr).toMatch(/no such file/);
  });

  test('the same file twice counts once', () => {
    const path = put('good.csv', good);
    expect(summaryOf(path, path).summary).toMatchObject({ bounces: 1 });
  });

  test.each([[['--summary']], [['--merge', 'x']], [['--merge', '--json', 'x']]])(
    'a command that asks for too much or too little: %j',
    (args) => expect(run(args).status).toBe(2),
  );
});
