/** Which readers are asked of what, and what becomes of their findings together. */
import { explain } from '../../../src/engine';
import { Survey, type Found } from '../../../src/engine/report/survey';
import { reportOf } from './readers/report-text';

function survey(text: string, some: Parameters<typeof reportOf>[1] = { form: 'text' }) {
  const found: Found[] = [];
  const recipients = new Survey(reportOf(text, some), found).recipients();
  return {
    recipients,
    readers: found.filter(({ records }) => records.length > 0).map(({ reader }) => reader),
  };
}

test('a log is read by the first reader that knows it, and by no other', () =>
  expect(survey('to=<user@example.com>, dsn=5.1.1, status=bounced (550 5.1.1 no)').readers).toEqual([
    'server-lines',
  ]));

test('a listing of a queue and lines of its log are read together', () => {
  const { recipients } = survey(
    [
      ' 26h  3.1K 1sZ8Ab-0004Qe-1C <training@company.example>',
      '          user@example.com',
      '',
      '2026-11-23 12:00:01 1sZ8Ab-0004Qe-1C == user@example.com R=dnslookup T=remote_smtp defer (-44): 451 4.3.2 load too high',
    ].join('\n'),
  );
  expect(recipients).toMatchObject([
    { address: 'user@example.com', action: 'delayed', replyCode: '451', status: '4.3.2' },
  ]);
});

test('several readers find one recipient: one record, the words of the better', () =>
  expect(
    survey(
      'Your message to user@example.com failed.\n\nuser@example.com\n#550 5.1.1 RESOLVER.ADR.NotFound ##',
      {},
    ).recipients,
  ).toMatchObject([{ address: 'user@example.com', replyCode: '550', status: '5.1.1' }]));

test('a lone status belongs to the lone recipient', () =>
  expect(
    survey('The mail to user@example.com came back.\nIt was a type 5.4.4 delivery error.', {}).recipients,
  ).toMatchObject([{ address: 'user@example.com', status: '5.4.4' }]));

test.each([
  ['a log', (n: number) => `Email to user${n}@example.com dropped: bounced address`],
  ['a server’s log', (n: number) => `1s6nPk-0004Xq-2M ** user${n}@example.com: 550 5.1.1 no`],
  ['JSON', (n: number) => `{"event":"bounce","email":"user${n}@example.com","reason":"550 no"}`],
  ['a table', (n: number) => (n === 0 ? 'email,event,reason' : `user${n}@example.com,bounce,550 no`)],
])('%s with more recipients than are kept says how many were left out', async (_, line) => {
  const { recipients, warnings } = await explain(Array.from({ length: 3001 }, (__, n) => line(n)).join('\n'));
  expect(recipients).toHaveLength(2000);
  const leftOut = warnings.find(({ key }) => key === 'engine.warnings.recipients-left-out');
  expect(['1000', '1001']).toContain(leftOut?.values.count);
});
