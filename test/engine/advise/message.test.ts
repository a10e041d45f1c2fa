import { explain, linksFor, loadWords } from '../../../src/engine';
import { type MessageAbout, messagesFor } from '../../../src/engine/advise/message';
import { causes } from '../../../src/knowledge/generated';
import { messages } from '../../../src/knowledge/generated/help';
import type { CauseId, Words } from '../../../src/knowledge/records';
import { explanation, recipient } from '../../panel/fixtures';

let words: Words;
beforeAll(async () => (words = await loadWords('en')));

function about(cause: CauseId, fields: Partial<MessageAbout> = {}, ids?: string[]): MessageAbout {
  const one = recipient(
    'jo@company.example',
    cause,
    {},
    { messages: ids ?? causes.find(({ id }) => id === cause)!.messages },
  );
  return {
    explanation: explanation([one], {
      date: '2026-11-20T08:30:00.000Z',
      original: {
        messageId: '<1@company.example>',
        subject: 'Security training',
        from: 'training@company.example',
        to: null,
        date: null,
      },
    }),
    recipients: [one],
    senders: ['training@company.example'],
    servers: ['192.0.2.0/24'],
    words,
    links: linksFor('https://dash.example.com'),
    ...fields,
  };
}
const bodyOf = (id: string, cause: CauseId = 'mailbox-full') => messagesFor(about(cause, {}, [id]))[0]!.body;

/** Which facts each message tells, and so which it does not. */
const facts: Record<string, RegExp> = {
  addresses: /^Address: jo@company\.example$/m,
  time: /^Time of the bounce: .*8:30:00.*UTC$/m,
  code: /^Code: 550 5\.1\.1$/m,
  diagnostic: /^The server’s answer: 550 5\.1\.1 <jo@company\.example>: User unknown$/m,
  remoteMta: /^Server that refused: mx\.company\.example$/m,
  reportingMta: /^Server that reports: out\.company\.example$/m,
  sender: /^Sender: training@company\.example$/m,
  servers: /^Sending servers: 192\.0\.2\.0\/24$/m,
  subject: /^Subject: Security training$/m,
  messageId: /^Message-ID: <1@company\.example>$/m,
};

describe.each(messages.map((message) => [message.id, message] as const))(
  'the message to %s',
  (id, message) => {
    test('has the facts that they need, and no other', () => {
      const body = bodyOf(id);
      for (const [fact, line] of Object.entries(facts))
        expect([fact, line.test(body)]).toEqual([fact, (message.facts as string[]).includes(fact)]);
    });
    test('is plain text that greets, asks and ends', () => {
      const body = bodyOf(id);
      expect(body).toMatch(/^Hello,\n\n/);
      expect(body).toMatch(/Thank you\.\n$/);
      expect(body).not.toMatch(/\n{3}|[{}]|undefined|null|\b(help|engine|causes)\.[a-z]/);
    });
  },
);

test('the owner of a full mailbox is not written to at that mailbox', () => {
  const [owner] = messagesFor(about('mailbox-full'));
  expect(owner).toMatchObject({ id: 'mailbox-owner', hint: expect.stringContaining('chat or phone') });
});

test('the steps of whom it goes to are written out, those of others are not', async () => {
  const answer = await explain('552 5.2.2 <jo@company.example>: mailbox full');
  const [owner, admin] = messagesFor({
    ...about('mailbox-full'),
    explanation: answer,
    recipients: answer.recipients,
  });
  expect(owner!.body).toContain('- Free up space');
  expect(owner!.body).not.toContain('raise the storage limit');
  expect(admin!.body).toContain('raise the storage limit');
  expect(admin!.body).not.toContain('Make room');
});

test('who is to let a sender in is told that the sender is missing here', () => {
  const [, owner] = messagesFor(about('recipient-restricted', { senders: [] }));
  expect(owner!.body).toContain('Sender: (fill in the training’s sending address)');
});

test('several addresses stand in one line, all that anybody could check', () => {
  const some = Array.from({ length: 505 }, (_, at) =>
    recipient(`user${at}@company.example`, 'recipient-restricted'),
  );
  const [message] = messagesFor(about('recipient-restricted', { recipients: some }));
  const line = message!.body.split('\n').find((text) => text.startsWith('Addresses: '))!;
  expect(line.split(', ')).toHaveLength(501);
  expect(line).toMatch(/user499@company\.example, and 5 more$/);
  expect(message!.subject).toMatch(/\(user0@company\.example \+ 504 more, /);
  expect(message!.body).not.toContain('of user0@');
  expect(message!.body).not.toContain('this address');
});

test('in a language written from the right, what the bounce says is kept together', async () => {
  const [message] = messagesFor({
    ...about('mailbox-full', {}, ['mail-admin']),
    words: await loadWords('ar'),
  });
  expect(message!.body).toContain('\u2068<1@company.example>\u2069');
  expect(message!.body).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e]/);
});

test('French sets its colon apart', async () => {
  const [message] = messagesFor({ ...about('mailbox-full'), words: await loadWords('fr') });
  expect(message!.body).toMatch(/^Adresse\u00a0: \S*jo@company\.example$/m);
});

test('the subject names whom and why', () => {
  const [message] = messagesFor(about('mailbox-full', {}, ['mail-admin']));
  expect(message!.subject).toBe(
    'Training email not delivered: please check (jo@company.example, Mailbox is full)',
  );
});

test('nobody is written to where nobody else has to act', () => {
  expect(messagesFor(about('address-invalid'))).toEqual([]);
  expect(messagesFor(about('mailbox-full', { recipients: [] }))).toEqual([]);
});

test('who is to let servers in is told which, or that they are missing here', () => {
  const bodyWith = (servers: string[], sendingServer: string | null) => {
    const given = about('spam-content', { servers }, ['mail-admin']);
    const allow = given.recipients[0]!.advice.steps.find(({ id }) => id === 'B3')!;
    const [one] = given.recipients;
    const steps = [{ ...allow, how: ['allow-list-training'] }];
    const recipients = [{ ...one!, advice: { ...one!.advice, steps } }];
    return messagesFor({ ...given, recipients, explanation: { ...given.explanation, sendingServer } })[0]!
      .body;
  };
  expect(bodyWith(['mail.platform.example'], 'out1.company.example (192.0.2.1)')).toContain(
    'Sending servers: mail.platform.example and out1.company.example (192.0.2.1)\n',
  );
  expect(bodyWith([], null)).toContain('Sending servers: (fill in the training’s servers)\n');
});

test('what happened is told with "our", not with "your"', async () => {
  const answer = await explain(
    '550 5.4.6 Hop count exceeded - possible mail loop detected, for <jo@company.example> at mail.company.example',
  );
  const [one] = answer.recipients;
  const variant = {
    key: 'causes.routing-loop.variants.loop-in-hybrid.sentence',
    values: { address: 'jo@company.example' },
  };
  const recipients = [{ ...one!, advice: { ...one!.advice, sentence: variant, messages: ['mail-admin'] } }];
  const [message] = messagesFor({ ...about('routing-loop'), recipients });
  expect(message!.body).toContain('Our own Exchange server');
});

test('the sizes of an email that was too large are told in megabytes', async () => {
  const answer = await explain(
    '552 5.3.4 <jo@company.example>: message size 38109211 exceeds size limit 26214400 of server mx.company.example',
  );
  const [author] = messagesFor({
    ...about('message-too-large'),
    explanation: answer,
    recipients: answer.recipients,
  });
  expect(author!.body).toContain('It has 36.3 MB; the limit is 25 MB.');
});
