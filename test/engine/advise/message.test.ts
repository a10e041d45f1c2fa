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
        date: null,
      },
    }),
    recipients: [one],
    sender: 'training@company.example',
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
  const [, owner] = messagesFor(about('recipient-restricted', { sender: null }));
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
