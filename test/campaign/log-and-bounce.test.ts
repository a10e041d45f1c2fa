/** A server's log and the bounce that it sent tell of one mail: its Message-ID stands in both. */
import { settled } from '../../src/campaign/people';
import { fullReport } from '../engine/write-mail';
import { summaryOf } from './read-files';

const ID = '<1@company.example>';
/** The same lines about another mail. */
const another = (log: string) =>
  log
    .replaceAll('000001', '000002')
    .replaceAll('012341', '012342')
    .replaceAll('1@', '2@')
    .replaceAll('user@', 'other@');

test.each([
  [
    'Exim',
    [
      '2026-11-23 09:00:00 1tDaaa-000001-AB <= training@company.example H=web [192.0.2.9] P=esmtp S=2000 id=1@company.example',
      '2026-11-23 09:00:01 1tDaaa-000001-AB ** user@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<user@example.com>: 550 5.1.1 User unknown',
      '2026-11-23 09:00:01 1tDaaa-000001-AB Completed',
    ],
  ],
  [
    'Exim with its process',
    [
      '2026-11-23 09:00:00 [71] 1tDaaa-000001-AB <= training@company.example H=web [192.0.2.9] P=esmtp id=1@company.example S=9',
      '2026-11-23 09:00:01 [72] 1tDaaa-000001-AB ** user@example.com R=virtual: Unknown user',
    ],
  ],
  [
    'Sendmail',
    [
      'Nov 23 09:00:00 mx1 sendmail[100]: 4AK90001012341: from=<training@company.example>, size=2000, class=0, nrcpts=1, msgid=<1@company.example>, proto=ESMTP, relay=web [192.0.2.9]',
      'Nov 23 09:00:01 mx1 sendmail[101]: 4AK90001012341: to=<user@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [192.0.2.1], dsn=5.1.1, stat=User unknown',
    ],
  ],
])('%s', async (_program, lines) => {
  const log = `${lines.join('\n')}\n`;
  const { rows } = await summaryOf([
    { name: 'mail.log', text: log + another(log) },
    { name: 'bounce.eml', text: fullReport() },
  ]);
  const found = [...settled(rows)].map(({ address, originalMessageId }) => [address, originalMessageId]);
  expect(found).toEqual([
    ['other@example.com', '<2@company.example>'],
    ['user@example.com', ID],
  ]);
});
