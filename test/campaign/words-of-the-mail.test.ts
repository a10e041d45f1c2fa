/** A subject, a campaign, a tag or a Message-ID is no answer: it decides no cause, and makes no failure. */
import { explain } from '../../src/engine';

const WORDS = [
  'Phishing test',
  'Spam and you',
  'Virus awareness',
  'Your mailbox is full',
  '550 5.1.1 User unknown',
];
const explained = async (text: string) => {
  const { kind, recipients } = await explain(text);
  return {
    kind,
    recipients: recipients.map(({ address, action, cause, variant }) => [address, action, cause, variant]),
  };
};

/** The same row, event or answer about a mail of that name, in each of the ways in which it is written. */
const WRITTEN: readonly (readonly [way: string, write: (words: string) => string])[] = [
  [
    'the subject of a row',
    (words) =>
      `Recipient,Subject,Date,Status,Error\na@example.com,${words},2026-11-20 09:00:00,Failed,554 delivery error`,
  ],
  [
    'the subject of a row without an answer',
    (words) => `Recipient,Subject,Date,Status,Error\na@example.com,${words},2026-11-20 09:00:00,Failed,`,
  ],
  [
    'the campaign of a row',
    (words) => `Email;Kampagne;Fehlermeldung\na@example.com;${words};550 5.7.1 Durch eine Regel abgelehnt`,
  ],
  [
    'the Message-ID of a row',
    (words) =>
      `Date,Email,Event,Reason,Message id\n20-11-2026 10:00:03,a@example.com,Blocked,,<${words.replace(/\W+/g, '-')}@smtp-relay.example>`,
  ],
  [
    'the subject of a trace',
    (words) =>
      `"Received","RecipientAddress","Subject","Status","MessageTraceId"\n"2026-11-20T09:00:00Z","a@example.com","${words}","Failed","1f2e"`,
  ],
  [
    'the subject of an event',
    (words) =>
      JSON.stringify({
        email: 'a@example.com',
        event: 'bounce',
        subject: words,
        reason: '554 delivery error',
      }),
  ],
  [
    'the tags of an event',
    (words) =>
      JSON.stringify({ email: 'a@example.com', event: 'dropped', category: [words], tag: words, reason: '' }),
  ],
  [
    'what the sender noted beside an event',
    (words) =>
      JSON.stringify({
        email: 'a@example.com',
        event: 'bounce',
        unique_args: { type: words, reason: words },
      }),
  ],
  [
    'the subject of an answer of Graph',
    (words) =>
      JSON.stringify({
        recipientAddress: 'a@example.com',
        subject: words,
        status: 'failed',
        receivedDateTime: '2026-11-20T09:00:00Z',
      }),
  ],
  [
    'the subject of a row that is underway',
    (words) => `Recipient,Subject,Date,Status\na@example.com,${words},2026-11-20 09:00:00,Accepted`,
  ],
  [
    'the subject of an event that is underway',
    (words) => JSON.stringify({ email: 'a@example.com', event: 'processed', subject: words }),
  ],
];

test.each(WRITTEN)('%s decides nothing', async (_, write) => {
  const plain = await explained(write('Security training'));
  for (const words of WORDS) expect([words, await explained(write(words))]).toEqual([words, plain]);
});
