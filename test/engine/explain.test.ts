import fc from 'fast-check';
import {
  explain,
  InputError,
  loadWords,
  say,
  type Explanation,
  type Input,
  type Text,
} from '../../src/engine';
import { causes } from '../../src/knowledge/generated';
import { expectedMails, ourContext, ourMail } from './our-mails';
import { bounce, fullReport, latin1, REASON, toBytes } from './write-mail';
import { runs } from './runs';

const known = new Set<string>(causes.map(({ id }) => id));
const names = Object.keys(expectedMails);

function textsOf({ recipients, warnings }: Explanation): Text[] {
  return [
    ...warnings,
    ...recipients.flatMap(({ advice }) => [
      advice.sentence,
      advice.resend.text,
      advice.removeAddress.text,
      ...advice.steps.map(({ text }) => text),
    ]),
  ];
}

/** What must hold of every answer; an input may only be refused by name. */
async function holds(input: Input): Promise<void> {
  let answer: Explanation;
  try {
    answer = await explain(input, ourContext);
  } catch (error) {
    if (error instanceof InputError) return;
    throw error;
  }
  const words = await loadWords('en');
  for (const recipient of answer.recipients) {
    expect(known).toContain(recipient.cause);
    expect(recipient.replyCode ?? '550').toMatch(/^[245][0-5]\d$/);
    expect(recipient.status ?? '5.1.1').toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
    if (recipient.cause === 'undetermined') expect(recipient.confidence).toBe('low');
  }
  for (const text of textsOf(answer)) expect(say(words, text)).not.toBe(text.key);
  if (answer.trust.verdict === 'suspicious') expect(answer.recipients).toEqual([]);
}

const anyName = fc.constantFrom(...names);
const piece = fc.constantFrom(
  'Subject: ',
  'Content-Type: multipart/report; boundary=b',
  'Content-Transfer-Encoding: base64',
  '\n',
  '\n\n',
  '\r\n',
  '--b\n',
  '550 5.1.1 ',
  '<user@example.com>',
  'Final-Recipient: rfc822; ',
  'said: ',
  'From ',
  '=?utf-8?B?',
  '{"event":"bounce"',
  '\0',
  '<script>',
);

describe('never throws anything but InputError, and answers with words', () => {
  test('on any bytes', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), holds), runs(200)));

  test('on any text', () =>
    fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 500 }), holds), runs(200)));

  test('on pieces of mails', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 60 }), (pieces) =>
        holds(pieces.join('')),
      ),
      runs(300),
    ));

  test('on our mails, cut', () =>
    fc.assert(
      fc.asyncProperty(anyName, fc.double({ min: 0, max: 1, noNaN: true }), (name, share) => {
        const mail = ourMail(name);
        return holds(mail.subarray(0, Math.floor(mail.length * share)));
      }),
      runs(100),
    ));

  test('on our mails, spliced', () =>
    fc.assert(
      fc.asyncProperty(anyName, anyName, fc.nat(5000), fc.nat(5000), (first, second, end, start) =>
        holds(Buffer.concat([ourMail(first).subarray(0, end), ourMail(second).subarray(start)])),
      ),
      runs(100),
    ));

  test('on our mails, with bytes changed', () =>
    fc.assert(
      fc.asyncProperty(
        anyName,
        fc.array(fc.tuple(fc.nat(8000), fc.nat(255)), { minLength: 1, maxLength: 40 }),
        (name, changes) => {
          const mail = ourMail(name).slice();
          for (const [at, byte] of changes) mail[at % mail.length] = byte;
          return holds(mail);
        },
      ),
      runs(150),
    ));

  test('on a mail in any pieces', () => {
    const maybe = fc.option(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 200 })));
    const parts = fc.record({
      headers: maybe,
      subject: maybe,
      from: maybe,
      html: maybe,
      text: maybe,
      attachments: fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 3 }),
    });
    return fc.assert(fc.asyncProperty(parts, holds), runs(150));
  });
});

describe('equal input, equal answer', () => {
  test.each(names.filter((_, index) => index % 5 === 0))('%s', async (name) => {
    const mail = ourMail(name);
    const before = mail.slice();
    const answer = await explain(mail, ourContext);
    expect(await explain(mail, ourContext)).toEqual(answer);
    expect(mail).toEqual(before);
  });

  test('on any text', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1 }), async (text) => {
        const input = `550 ${text}`;
        expect(await explain(input)).toEqual(await explain(input));
      }),
      runs(100),
    ));
});

describe('the answer', () => {
  test('names the bounce and the mail that came back', async () => {
    const { subject, date, original, reportingMta } = await explain(fullReport());
    expect({ subject, date, original, reportingMta }).toEqual({
      subject: 'Undelivered Mail Returned to Sender',
      date: '2026-11-23T09:00:00.000Z',
      reportingMta: 'mx.example.com',
      original: {
        messageId: '<1@company.example>',
        subject: 'Your training is waiting',
        from: 'training@company.example',
        to: 'user@example.com',
        date: '2026-11-23T08:00:00.000Z',
      },
    });
  });

  test('a bounce that names nobody still says why', async () => {
    const { recipients } = await explain(bounce('Your message could not be delivered: the mailbox is full.'));
    expect(recipients).toMatchObject([{ address: null, action: 'failed', cause: 'mailbox-full' }]);
  });

  test('what was delivered is not a failure, beside one that is', async () => {
    const mail = fullReport().replace(
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown\n\nFinal-Recipient: rfc822; b@example.com\nAction: relayed\nStatus: 2.0.0',
    );
    const { kind, recipients } = await explain(mail);
    expect(kind).toBe('failure');
    expect(recipients.map(({ address, action, cause }) => [address, action, cause])).toEqual([
      ['user@example.com', 'failed', 'recipient-unknown'],
      ['b@example.com', 'relayed', 'not-a-failure'],
    ]);
  });

  test('an answer that says success is not called a failure', async () => {
    const { kind, recipients } = await explain('250 2.1.5 <user@example.com>: delivered');
    expect([kind, ...recipients.map(({ action }) => action)]).toEqual(['success', 'delivered']);
  });

  test('the evidence stands in the bounce', async () => {
    const mail = bounce();
    const { recipients } = await explain(mail);
    expect(recipients[0]?.evidence).not.toBeNull();
    expect(mail).toContain(recipients[0]?.evidence);
  });

  test('waits are counted from the bounce, and asked of the context', async () => {
    const mail = bounce('<user@example.com>: 451 4.3.0 Temporary system failure');
    const { notBefore } = (await explain(mail)).recipients[0]!.advice.resend;
    expect(Date.parse(notBefore!)).toBeGreaterThan(Date.parse('2026-11-23T09:00:00Z'));
    const later = await explain(mail, { now: notBefore! });
    expect(later.recipients[0]?.advice.resend).toMatchObject({ verdict: 'now', notBefore: null });
  });

  test('bytes and text of one mail are answered alike', async () => {
    expect(await explain(toBytes(fullReport()))).toEqual(await explain(fullReport()));
  });

  test.each(["'", '’'])('an apostrophe of Windows-1252 changes nothing: %s', async (apostrophe) => {
    const body = `Your message couldn${apostrophe}t be delivered to <user@example.com>.\n\nThe mailbox is full.`;
    const fields = { Subject: 'Training', 'Content-Type': 'text/plain; charset=windows-1252' };
    // Windows-1252 has the curly apostrophe where Latin-1 has nothing.
    const { kind, recipients } = await explain(latin1(bounce(body, fields).replaceAll('’', '\x92')));
    expect(kind).toBe('failure');
    expect(recipients.map(({ address, cause }) => [address, cause])).toEqual([
      ['user@example.com', 'mailbox-full'],
    ]);
  });
});

test('a bounce that a mail quotes is explained, whatever form the mail comes in', async () => {
  const text = `See:\n\nFrom: MAILER-DAEMON@mx.example.com\nTo: a\nSubject: Undelivered Mail\n\n${REASON}`;
  const pieces = {
    headers: null,
    subject: 'Help',
    from: 'anna@company.example',
    html: null,
    text,
    attachments: [],
  };
  for (const input of [
    pieces,
    toBytes(bounce(text, { 'Return-Path': null, From: 'a@b.example', Subject: 'Help' })),
  ]) {
    const { kind, recipients } = await explain(input);
    expect(kind).toBe('failure');
    expect(recipients.map(({ address }) => address)).toEqual(['user@example.com']);
  }
});
