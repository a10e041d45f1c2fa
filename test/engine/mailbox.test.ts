import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../src/engine';
import { expectedMails, ourContext, ourMail } from './our-mails';

test.each(Object.entries(expectedMails))('explains %s as expected.json says', async (name, expected) => {
  const { kind, trust, recipients } = await explain(ourMail(name), ourContext);
  expect({
    kind,
    trust: trust.verdict,
    recipients: recipients.map(({ address, action, replyCode, status, cause }) => ({
      address,
      action,
      replyCode,
      status,
      cause,
    })),
  }).toEqual(expected);
});

test('every mail of the mailbox has its expected answer', () => {
  const mails = readdirSync(join(__dirname, '../../host/mails')).filter((name) => name.endsWith('.eml'));
  expect(Object.keys(expectedMails).sort()).toEqual(mails.sort());
});
