import { othersMail } from '../../../src/campaign/reading/others-mail';
import { Gathering } from '../../../src/campaign/reading/gathering';
import { BatchObserver } from '../../../src/campaign/reading/observe-batch';
import { pieceOf } from '../../../src/campaign/streams/piece';

const byPostfix = (sender: string) =>
  `Nov 23 09:00:05 mx1 postfix/smtpd[108]: NOQUEUE: reject: RCPT from unknown[203.0.113.7]: 550 5.1.1 <user@example.com>: Recipient address rejected: User unknown; from=<${sender}> to=<user@example.com> proto=ESMTP helo=<bad>`;
const byExim = (sender: string) =>
  `2026-11-23 09:00:06 H=(x) [203.0.113.7] X=TLS1.3 F=<${sender}> rejected RCPT <user@example.com>: Unknown user`;
const DELIVERY =
  'Nov 23 09:12:00 mx postfix/smtp[71]: 4F1A2B3: to=<user@example.com>, dsn=5.1.1, status=bounced (550 no)';

const NAMED = { sendingAddresses: ['training@company.example'], ownDomains: ['example.com'] };

test.each([
  ['Postfix', byPostfix('a@bad.example'), true],
  ['Exim', byExim('a@bad.example'), true],
  ['a bounce that somebody else sent', byPostfix(''), true],
  ['the training itself', byPostfix('training@company.example'), false],
  ['the training by its bounce domain', byExim('b-17@mail.company.example'), false],
  ['our own people', byPostfix('user2@example.com'), false],
  ['a mail on its way', DELIVERY, false],
])('%s', (_what, line, isOthers) => expect(othersMail(NAMED)(pieceOf('log', 1, line))).toBe(isOthers));

test('where nobody said who sends the training, it may be any of them', () =>
  expect(othersMail({ ownDomains: ['example.com'] })(pieceOf('log', 1, byPostfix('a@bad.example')))).toBe(
    false,
  ));

test('they are counted, and tell of nobody', async () => {
  const lines = [byPostfix('a@bad.example'), byPostfix('training@company.example'), byExim('b@bad.example')];
  const records = lines.map((line, at) => ({
    root: 'mail.log',
    source: 'mail.log',
    piece: pieceOf('log', at + 1, line),
  }));
  const gathering = new Gathering();
  gathering.take(
    { records, leftOut: [], problems: [] },
    await new BatchObserver({ ...NAMED, now: '2026-11-26T12:00:00Z' }).observe({ records }),
  );
  expect(gathering.accounts).toMatchObject([
    { records: 3, told: 1, silent: 0, leftOut: { 'others-mail': { count: 2, place: 1 } } },
  ]);
});
