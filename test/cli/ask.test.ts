/** A typed code or line, the messages, and accounts that are said to be new. */
import { mail, rowsOf, run } from './command';

test.each([
  ['5.7.134', 'Mailbox closed to outside senders'],
  ['421 4.7.28', 'Looks like a flood'],
  ['envelope blocked', 'Mimecast policy blocks sender'],
  ['Email to user@example.com dropped: bounced address', 'Suppressed after earlier bounce'],
])('--ask %s is explained without a mail', (question, title) => {
  const { status, stdout, stderr } = run(['--ask', question]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain(title);
  expect(stdout).toContain('Who acts: ');
});

test('a code that is asked for is not spoken of as a mail that came', () => {
  const { stdout } = run(['--messages', '--ask', '5.7.134']);
  expect(stdout).toMatch(/^You asked about: 5\.7\.134\n\n/);
  expect(stdout).toContain('Decisive words: 5.7.134');
  expect(stdout).toContain('Certainty: High, since this wording or code has only this meaning');
  for (const said of ['bounced', 'Origin', 'From the bounce', 'Message to'])
    expect(stdout).not.toContain(said);
});

test('a question that nothing is known of is answered so', () => {
  const { status, stdout } = run(['--ask', 'good morning']);
  expect(status).toBe(0);
  expect(stdout).toBe(
    'Nothing is known about that. Ask with a code such as 5.7.134, or with the whole line of the bounce.\n',
  );
});

test('questions and mails go together, each a line of JSON', () => {
  const rows = rowsOf(run(['--json', '--ask', '5.7.134', '--ask', '5.2.2', mail('colleague.eml')]));
  expect(rows.map(({ kind }) => kind)).toEqual(['failure', 'failure', 'not-a-report']);
});

test('the report says how each step is done', () => {
  const { stdout } = run([
    '--ask',
    '550 5.7.134 <sales@company.example>: not authenticated for mailbox',
    '--real',
  ]);
  expect(stdout).toContain('Exchange admin center > Recipients > Mailboxes');
  expect(stdout).toContain(
    "PS> Set-Mailbox -Identity '<recipient>' -RequireSenderAuthenticationEnabled $false -AcceptMessagesOnlyFromSendersOrMembers @{Add='<sender>'}",
  );
  expect(stdout).toContain('(platform step)');
});

test('messages are printed when they are asked for', () => {
  const input = '552 5.2.2 <jo@company.example>: mailbox full';
  expect(run(['-'], { input }).stdout).not.toContain('Message to');
  const { stdout } = run(['--messages', '-'], { input });
  expect(stdout).toContain('--- Message to the owner of the mailbox');
  expect(stdout).toContain('  Address: jo@company.example');
});

describe('--new-account', () => {
  const input = '550 5.1.1 <new.hire@company.example>: User unknown';
  const cause = (...args: string[]) =>
    rowsOf(run(['--json', ...args, '-'], { input }))[0]!.recipients[0]!.cause;
  test('without it, the address is unknown, and the report says what else it could be', () => {
    expect(cause()).toBe('recipient-unknown');
    expect(run(['-'], { input }).stdout).toContain('--new-account');
  });
  test.each(['new.hire@company.example', 'all'])('%s', (value) =>
    expect(cause('--new-account', value)).toBe('no-mailbox-yet'),
  );
  test('another', () => expect(cause('--new-account', 'other@company.example')).toBe('recipient-unknown'));
});
