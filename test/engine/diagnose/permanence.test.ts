import { permanenceOf } from '../../../src/engine/diagnose/permanence';
import { recordOf } from '../../../src/engine/record/record';
import type { CauseId, Permanence } from '../../../src/knowledge/records';

type Row = [
  what: string,
  cause: CauseId,
  fields: Parameters<typeof recordOf>[0],
  said: Permanence | undefined,
  expected: Permanence | null,
];

test.each<Row>([
  ['nothing failed', 'not-a-failure', { status: '5.1.5' }, 'permanent', null],
  ['still being tried', 'mailbox-full', { action: 'delayed', status: '5.2.2' }, 'permanent', 'transient'],
  ['the row knows better than the class', 'sender-limit', { status: '5.4.5' }, 'transient', 'transient'],
  ['given up after many tries', 'expired', { replyCode: '421', status: '4.4.7' }, undefined, 'permanent'],
  ['enhanced before basic', 'server-fault', { replyCode: '554', status: '4.3.2' }, undefined, 'transient'],
  ['basic alone', 'spam-content', { replyCode: '451' }, undefined, 'transient'],
  ['class 5', 'rate-limited', { status: '5.5.3' }, undefined, 'permanent'],
  ['no code: usual for the cause', 'connection-failed', {}, undefined, 'transient'],
  ['no code: usual for the cause', 'recipient-unknown', {}, undefined, 'permanent'],
  ['no code and no cause', 'undetermined', {}, undefined, 'either'],
])('%s: %s', (_what, cause, fields, said, expected) =>
  expect(permanenceOf(cause, recordOf(fields), said)).toBe(expected),
);
