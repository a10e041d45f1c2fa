import { recordOf } from '../../../src/engine/record/record';
import {
  AddressRoles,
  oneSpelling,
  preferMailed,
  withoutHelpers,
  withoutMentioned,
  withoutOthers,
  withoutOurOwn,
} from '../../../src/engine/roles/only-recipients';
import { fields, reportOf } from '../report/readers/report-text';

const about = (address: string | null, rest: Parameters<typeof recordOf>[0] = {}) =>
  recordOf({ address, ...rest });
const addresses = (records: readonly { address: string | null }[]) => records.map(({ address }) => address);
const roles = (...lines: string[]) => new AddressRoles(lines);

describe('somebody else’s is', () => {
  test.each<[string, string[], string, boolean]>([
    ['the sender, named by a label', ['From: training@company.example'], 'training@company.example', true],
    [
      'not who is named as the recipient as well',
      ['From: user@example.com', 'To: user@example.com'],
      'user@example.com',
      false,
    ],
    [
      'whom an alias led to',
      ['  shop@host.example.net', '    (generated from user@example.com)'],
      'shop@host.example.net',
      true,
    ],
    ['not who has no label', ['user@example.com was refused'], 'user@example.com', false],
    [
      'whoever tried to log in',
      ['535 5.7.8 authentication failed', 'account scanner@company.example'],
      'scanner@company.example',
      true,
    ],
    [
      'not whom a row names beside that answer',
      ['| user@example.com | 535 5.7.8 authentication failed |'],
      'user@example.com',
      false,
    ],
    [
      'not whom a label names beside that answer',
      ['535 5.7.8 authentication failed', 'Recipient: user@example.com'],
      'user@example.com',
      false,
    ],
  ])('%s', (_what, lines, address, expected) =>
    expect(roles(...lines).isSomebodyElses(address)).toBe(expected),
  );
});

test('records stand in the order of the text', () =>
  expect(
    addresses(
      roles('b@example.com', 'a@example.com').inOrder([
        about('c@example.com'),
        about('a@example.com'),
        about('b@example.com'),
      ]),
    ),
  ).toEqual(['b@example.com', 'a@example.com', 'c@example.com']));

describe('what a reader found', () => {
  const sender = about('training@company.example', { diagnostic: '550 no' });
  const named = () => roles('From: training@company.example');

  test('in words loses an address that is the sender’s, and keeps the answer', () =>
    expect(withoutOthers([sender], 'words', named)).toMatchObject([{ address: null, diagnostic: '550 no' }]));

  test('in a field keeps it', () => expect(withoutOthers([sender], 'field', named)).toEqual([sender]));

  test('never holds the mailbox of a mail system', () =>
    expect(withoutOthers([about('mailer-daemon@example.com')], 'field', named)).toEqual([]));
});

test('whom an answer only mentions did not fail', () => {
  const failed = about('user@example.com', {
    reader: 'address-blocks',
    diagnostic: '554 blocked, write to unblock@example.net',
  });
  const mentioned = about('unblock@example.net', { reader: 'sentences', diagnostic: null });
  expect(withoutMentioned([[failed], [mentioned]])).toEqual([[failed], []]);
});

test('the reporter is a recipient only where nobody else is named', () => {
  const report = reportOf('', { headers: fields('From: mailer@example.com') });
  const own = about('mailer@example.com');
  const other = about('user@example.com');
  expect(withoutOurOwn([[], [own], [other]], report)).toEqual([[], [], [other]]);
  expect(withoutOurOwn([[], [own]], report)).toEqual([[], [own]]);
});

test('a postmaster beside a recipient is whom to ask', () => {
  const help = about('postmaster@example.com');
  const failed = about('user@example.com');
  expect(withoutHelpers([failed, help])).toEqual([failed]);
  expect(withoutHelpers([help])).toEqual([help]);
});

test('two spellings of one address are one', () => {
  expect(addresses(oneSpelling([about('allstaff@example.com'), about('all-staff@example.com')]))).toEqual([
    'all-staff@example.com',
  ]);
  expect(addresses(oneSpelling([about('nora'), about('nora@example.com')]))).toEqual(['nora@example.com']);
});

test('the field names the address that was mailed', () => {
  const report = reportOf('', { headers: fields('X-Failed-Recipients: user@example.com') });
  expect(addresses(preferMailed([about('/var/mail/user')], report))).toEqual(['user@example.com']);
  expect(addresses(preferMailed([about('other@example.com')], report))).toEqual(['other@example.com']);
});
