import { rfc3464 } from '../../../../src/engine/report/readers/rfc3464';
import { statusBlocks } from '../../../../src/engine/report/status-blocks';
import { readBy, reportOf } from './report-text';

const read = (...statusParts: string[]) => readBy(rfc3464, reportOf('', { statusParts }));
const A = 'Final-Recipient: rfc822; a@example.com';
const MTA = 'Reporting-MTA: dns; mx.example.com';

describe('reads', () => {
  test('all fields of a recipient', () => {
    const part = `${MTA}\n\n${A}\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mail.example.com\nDiagnostic-Code: smtp; 550 5.1.1\n   no such user`;
    expect(read(part)).toEqual([
      {
        address: 'a@example.com',
        action: 'failed',
        replyCode: '550',
        status: '5.1.1',
        diagnostic: '550 5.1.1 no such user',
        remoteMta: 'mail.example.com',
      },
    ]);
  });

  test.each<[string, string, object]>([
    ['an action in capitals with a remark', 'Action: Delayed (try again)', { action: 'delayed' }],
    ['a status with a remark', 'Status: 4.4.1 (no answer)', { status: '4.4.1' }],
    [
      'a finer status in the answer than 5.0.0',
      'Status: 5.0.0\nDiagnostic-Code: smtp; 552 5.2.2 full',
      { status: '5.2.2', replyCode: '552', diagnostic: '552 5.2.2 full' },
    ],
    [
      'the pair in the answer where the stated status is another',
      'Status: 5.1.1\nDiagnostic-Code: smtp; 552 5.2.2 full',
      { status: '5.2.2', replyCode: '552', diagnostic: '552 5.2.2 full' },
    ],
    [
      'an answer of another type',
      'Diagnostic-Code: X-Postfix; delivery timed out',
      { diagnostic: 'delivery timed out' },
    ],
    ['two answers', 'Diagnostic-Code: smtp; one\nDiagnostic-Code: smtp; two', { diagnostic: 'one two' }],
    [
      "Exchange's field in place of the answer",
      'X-Supplementary-Info: <mx.example.com #5.1.10 smtp;550 5.1.10 not found>',
      { diagnostic: '550 5.1.10 not found', replyCode: '550', status: '5.1.10' },
    ],
    [
      'a remote host with its number',
      'Remote-MTA: dns; mail.example.com (192.0.2.1)',
      { remoteMta: 'mail.example.com' },
    ],
  ])('%s', (_what, lines, found) =>
    expect(read(`${A}\n${lines}`)).toEqual([{ address: 'a@example.com', ...found }]),
  );

  test.each([
    [
      'the original recipient where there is no final one',
      'Original-Recipient: rfc822; a@example.com\nAction: failed',
    ],
    [
      'the actual recipient where the final one is no address',
      'Final-Recipient: x-local; 4711\nX-Actual-Recipient: rfc822; a@example.com',
    ],
    [
      'the original recipient where the final one is a path',
      'Final-Recipient: rfc822; @relay.example.com:a@host\nOriginal-Recipient: rfc822; a@example.com',
    ],
    ['an address of another type', 'Final-Recipient: utf-8; A@EXAMPLE.COM'],
  ])('%s', (_what, part) => expect(read(part)[0]?.address).toBe('a@example.com'));

  test.each([
    ['with an empty line between them', `${MTA}\n\n${A}\n\nFinal-Recipient: rfc822; b@example.com`],
    ['with several empty lines', `${MTA}\n\n\n${A}\n\n\nFinal-Recipient: rfc822; b@example.com`],
    ['without an empty line', `${MTA}\n\n${A}\nAction: failed\nFinal-Recipient: rfc822; b@example.com`],
  ])('two recipients %s', (_what, part) =>
    expect(read(part).map(({ address }) => address)).toEqual(['a@example.com', 'b@example.com']),
  );

  test('recipients of two status parts', () => {
    expect(read(A, 'Final-Recipient: rfc822; b@example.com')).toHaveLength(2);
  });

  test('fields that stand in the readable text', () => {
    expect(readBy(rfc3464, reportOf(`Sorry.\n\n  ${A}\n  Action: failed\n  Status: 5.1.1`))).toEqual([
      { address: 'a@example.com', action: 'failed', status: '5.1.1' },
    ]);
  });
});

describe('does not read', () => {
  test.each([
    ['a part without recipients', `${MTA}\nArrival-Date: today`],
    ['an empty part', ''],
    ['a sentence', 'The final recipient: somebody'],
    ['noise', '\0\u0001:::\n\n:\n'],
  ])('%s', (_what, part) => expect(read(part)).toEqual([]));

  test.each([
    ['an action that is none', 'Action: exploded', 'action'],
    ['a status that is none', 'Status: 5.1', 'status'],
    ['an empty answer', 'Diagnostic-Code: smtp;', 'diagnostic'],
    ['an empty host', 'Remote-MTA: dns;', 'remoteMta'],
  ])('%s', (_what, line, field) => expect(read(`${A}\n${line}`)[0]).not.toHaveProperty(field));
});

test('the fields of the message come among the blocks', () => {
  const blocks = statusBlocks([`${MTA}\n\n${A}`], []);
  expect(blocks.map((block) => block.get('reporting-mta'))).toEqual(['dns; mx.example.com', null]);
});
