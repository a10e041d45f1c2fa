import { diagnose } from '../../../src/engine/diagnose/diagnose';
import { recordOf, type DeliveryRecord } from '../../../src/engine/record/record';

const of = (fields: Partial<DeliveryRecord>) => diagnose(recordOf(fields), null, null);
const microsoft = 'user@example.com.mail.protection.outlook.com';

test.each<[string, Partial<DeliveryRecord>, string | null]>([
  ['the row that decided says it', { status: '5.7.134' }, 'mailbox-inside-only'],
  [
    'words decide the cause, and the code tells the rest',
    { diagnostic: '550 5.7.133 you are not allowed to send to this group', status: '5.7.133' },
    'group-inside-only',
  ],
  [
    'a reply code that only defers knows no better than the words',
    { diagnostic: '450 4.2.0 Recipient address rejected: Greylisted', replyCode: '450', status: '4.2.0' },
    null,
  ],
  ['a general answer means the cause in general', { diagnostic: '550 internal senders only' }, null],
  [
    'a code of another cause says nothing of it',
    { diagnostic: '552 mailbox full', status: '5.7.134', remoteMta: microsoft },
    null,
  ],
])('exact meaning: %s', (_what, fields, variant) => expect(of(fields).variant).toBe(variant));

test('who forwards is asked about a forward to a public provider, not the provider', () => {
  const { variant, isPersonal, provider } = of({ status: '5.7.520', address: 'user@gmail.com' });
  expect([variant, isPersonal, provider?.id]).toEqual(['auto-forward-refused', false, 'exchange-online']);
});
