import {
  isUnspecific,
  onlyCodes,
  onlyStatus,
  readCodes,
  readBothCodes,
  readStatus,
} from '../../../src/engine/answer/codes';

describe('should read', () => {
  test.each<[string, string | null, string | null]>([
    ['550 5.1.1 User unknown', '550', '5.1.1'],
    ['550-5.7.26 Unauthenticated', '550', '5.7.26'],
    ['550 #5.1.0 Address rejected', '550', '5.1.0'],
    ['550 (5.1.1) no', '550', '5.1.1'],
    ['550 5.1.10', '550', '5.1.10'],
    ['550 5.1.1: no', '550', '5.1.1'],
    ['smtp;550 5.1.1 no', '550', '5.1.1'],
    ['said: 554\n5.7.1 <user@example.com>: no\n#216 lpn', '554', '5.7.1'],
    ['452 4.2.2 full', '452', '4.2.2'],
    ['250 2.1.5 OK', '250', '2.1.5'],
    ['550 no such user 5.1.1', '550', '5.1.1'],
    ['554 5.7.1 not ours: 550 5.1.1', '554', '5.7.1'],
    ['550 User unknown', '550', null],
    ['550-User unknown', '550', null],
    ['550, no such user', '550', null],
    ['550', '550', null],
    ['"550 no"', '550', null],
    ['<550 no>', '550', null],
    ['host mx.example.com said: 550 no', '550', null],
    ['remote error: 550', '550', null],
    ['Error Code 550', '550', null],
    ['ERROR_CODE :550', '550', null],
    ['returned 554', '554', null],
    ['host mx.example.com [192.0.2.1]: 550 no', '550', null],
    ["problem 550-'Unknown user'", '550', null],
    ['a first line\n550 no', '550', null],
    ['Status: 5.1.1', null, '5.1.1'],
    ['#5.1.1', null, '5.1.1'],
    ['(5.1.1)', null, '5.1.1'],
    ['It failed: 5.1.1.', null, '5.1.1'],
    ['5.01.001', null, '5.1.1'],
  ])('%s', (text, replyCode, status) => expect(readCodes(text)).toEqual({ replyCode, status }));
});

describe('should not read a code', () => {
  test.each([
    ['in an IP address', 'host 192.5.1.1 refused'],
    ['in an address with a fourth number behind', 'from 5.1.1.20'],
    ['in a version of five numbers', 'version 15.20.5.1.1'],
    ['in a version of three numbers', 'Exim 4.98.1'],
    ['in a version with a letter', 'v5.1.1'],
    ['in a host name', 'mx.5.1.1.example.com'],
    ['in an IP address that was cut', 'dial tcp 149.92: i/o timeout'],
    ['in an e-mail address', 'user550@example.com'],
    ['in an e-mail address with dots', 'user.5.1.1@example.com'],
    ['in a size', 'message of 552 bytes'],
    ['in a time', 'waited 450 seconds'],
    ['in a price', 'for $550 only'],
    ['in a larger number', '10,550 items, 5501 more, 1550 less'],
    ['in a telephone number', 'call 550-1234'],
    ['in a web address', 'https://example.com/550'],
    ['in an id', 'id 554ABC'],
    ['of no known class', '650 or 3.1.1'],
    ["in a server's own numbering", '#216 lpn'],
    ['of two numbers', '5.1'],
    ['of four digits', '5.1000.1'],
    ['in nothing', ''],
  ])('%s', (_what, text) => expect(readCodes(text)).toEqual({ replyCode: null, status: null }));
});

test('a status with a fourth number is none, and the reply code stays', () => {
  expect(readCodes('550 5.1.1.4 strange')).toEqual({ replyCode: '550', status: null });
});

test.each<[string, string[], string | null]>([
  ['named in words about errors', ['Sorry.', 'More on type 5.4.4 delivery errors'], '5.4.4'],
  ['named twice', ['Error 5.1.1', 'Status: 5.1.1'], '5.1.1'],
  ['one of two', ['Error 5.1.1', 'Error 5.2.2'], null],
  ['a number in other words', ['Chapter 5.1.1 of the book'], null],
  ['nothing', [], null],
])('the lone status: %s', (_what, lines, status) => expect(onlyStatus(lines)).toBe(status));

test('only the beginning of a long answer is read', () => {
  expect(readCodes(`${'x'.repeat(5000)} 550 5.1.1`)).toEqual({ replyCode: null, status: null });
});

test.each<[string, string[], [string, string] | null]>([
  ['of one answer', ['Hello', 'Answer of the server: 552 5.2.2 full'], ['552', '5.2.2']],
  ['of one answer, given twice', ['552 5.2.2 full', '552-5.2.2 full'], ['552', '5.2.2']],
  ['of two answers', ['550 5.1.1 no', '552 5.2.2 full'], null],
  ['of a success', ['250 2.1.5 OK'], null],
  ['of a code alone', ['550 no'], null],
])('the lone pair %s', (_what, lines, pair) =>
  expect(onlyCodes(lines)).toEqual(pair && { replyCode: pair[0], status: pair[1] }),
);

test('of a session, the answer that refuses counts', () => {
  const session = '250 2.1.0 Sender OK\n550 5.1.1 User unknown\n221 2.0.0 Bye';
  expect(readCodes(session)).toEqual({ replyCode: '550', status: '5.1.1' });
  expect(readBothCodes(session)).toEqual({ replyCode: '550', status: '5.1.1' });
  expect(readCodes('250 2.1.5 OK')).toEqual({ replyCode: '250', status: '2.1.5' });
});

test('codes in quotes are read: 550-‘5.1.1’', () =>
  expect(readCodes("5.1.0 - Unknown address error 550-'5.1.1 no'")).toEqual({
    replyCode: '550',
    status: '5.1.1',
  }));

test('the first of several statuses counts', () => expect(readStatus('4.4.1, then 5.1.1')).toBe('4.4.1'));

test.each([
  [null, true],
  ['5.0.0', true],
  ['4.0.0', true],
  ['5.1.0', false],
  ['5.0.1', false],
  ['5.1.1', false],
])('is %s general? %s', (status, general) => expect(isUnspecific(status)).toBe(general));
