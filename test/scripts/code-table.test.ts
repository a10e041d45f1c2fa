/** How the table's first column becomes texts, and how its answers are compared. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const tableModule = join(process.cwd(), 'scripts/measure/code-table.mjs');
/** The scripts are modules, which the tests' own loader does not read. */
function ask(expression: string): unknown {
  const program = `import * as table from ${JSON.stringify(tableModule)}; console.log(JSON.stringify(${expression}));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout);
}

type Row = [pattern: string, scope: string, permanence: string, texts: string[]];
const rows: Row[] = [
  ['X.1.1', 'RFC/IANA', 'permanent', ['5.1.1']],
  ['X.2.2', 'RFC/IANA', 'either', ['4.2.2', '5.2.2']],
  ['X.1.5', 'RFC/IANA', 'n/a', ['2.1.5']],
  ['5.7.606-649', 'Exchange Online', 'permanent', ['5.7.606', '5.7.627', '5.7.649']],
  ['5.7.900-5.7.999', 'Exchange server', 'permanent', ['5.7.900', '5.7.949', '5.7.999']],
  ['4.4.1 / 5.4.1 Slow', 'Exchange Online', 'either', ['4.4.1 Slow', '5.4.1 Slow']],
  ['421/451 4.7.2 Slow', 'Google', 'transient', ['421 4.7.2 Slow', '451 4.7.2 Slow']],
  ['534 5.7.8 (5.7.80) No', 'Google', 'permanent', ['534 5.7.8 No', '534 5.7.80 No']],
  ['550 A.B.One / Two', 'Exchange server', 'permanent', ['550 A.B.One', '550 A.B.Two']],
  ['full / over quota', 'Exim', 'either', ['full', 'over quota']],
  ['Permanent / General', 'Amazon SES', 'permanent', ['Permanent / General']],
  ['5xx bl.example.org', 'DNS block lists', 'permanent', ['550 bl.example.org', '554 bl.example.org']],
  ['4xx Greylist(ed)', 'ISPs and hosters', 'transient', ['450 Greylist', '450 Greylisted']],
  ['connect to X: refused', 'Postfix', 'transient', ['connect to mx.example.org: refused']],
  ['GoDaddy IB1 / IB2', 'ISPs and hosters', 'permanent', ['GoDaddy IB1', 'GoDaddy IB2']],
  ['n/a: too much', 'Exchange Online', 'transient', ['too much']],
];

test('each pattern stands for its texts', () => {
  const asked = rows.map(([code_or_pattern, scope, permanence]) => ({ code_or_pattern, scope, permanence }));
  expect(ask(`${JSON.stringify(asked)}.map(table.spellings)`)).toEqual(rows.map(([, , , texts]) => texts));
});

test('a table is read by the names of its first line', () => {
  expect(ask(String.raw`table.readTable('a\tb\n1\t2\n\n3\t4\n')`)).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ]);
});

test('roles and permanence are compared as the table means them', () => {
  const author = `{ who_acts: 'message author', permanence: 'either', category: 'suppressed' }`;
  const sender = `{ who_acts: 'sender admin', permanence: 'transient', category: 'spam-content' }`;
  const calls = [
    `table.sameRole(${author}, 'platform-admin')`,
    `table.sameRole(${author}, 'nobody')`,
    `table.sameRole(${sender}, 'platform-admin')`,
    `table.samePermanence(${author}, 'permanent')`,
    `table.samePermanence(${sender}, 'permanent')`,
  ];
  expect(ask(`[${calls.join()}]`)).toEqual([true, false, false, true, false]);
});

describe('npm run coverage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/coverage.mjs', ...args], {
      encoding: 'utf8',
      env: { ...process.env, CODE_TABLE: '', SEED_CASES: '' },
    });

  test('says so where there is no table', () => {
    const { status, stdout } = run(join(folder, 'none.tsv'));
    expect([status, stdout]).toEqual([0, expect.stringContaining('nothing is measured')]);
  });

  test('counts rows, and names what differs with its source', () => {
    const table = join(folder, 'codes.tsv');
    const seeds = join(folder, 'seeds.jsonl');
    const lines = [
      'code_or_pattern\tscope\tmeaning\tcategory\tpermanence\twho_acts\tsource\tevidence',
      '5.7.134\tExchange Online\tx\trecipient-restricted\tpermanent\trecipient admin\there\tseen',
      '5.1.10\tExchange Online\tx\trecipient-unknown\tpermanent\trecipient admin\there\tseen',
      '5.7.135\tExchange Online\tx\tmailbox-full\tpermanent\trecipient admin\tthere\tseen',
    ];
    writeFileSync(table, lines.join('\n'));
    const seed = {
      input: '554 5.2.2 mailbox full',
      smtp_code: 554,
      enhanced_status: '5.2.2',
      recipient: null,
    };
    writeFileSync(
      seeds,
      [
        { ...seed, id: 'S1', category: 'mailbox-full', handling: ['B5'] },
        { ...seed, id: 'S2', category: 'mailbox-full', handling: ['N1'] },
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    );
    const { stdout } = run(table, '--seeds', seeds);
    expect(stdout).toContain('led to their cause: 2/3');
    expect(stdout).toContain('need a host name of their provider: 1\n  Exchange Online: 5.1.10');
    expect(stdout).toContain(
      'cause recipient-restricted, in the table mailbox-full\n    who acts platform-admin, in the table recipient admin\n    source: there',
    );
    expect(stdout).toContain('lacks N1');
    expect(stdout).toContain('cases S: 1/2');
  });
});
