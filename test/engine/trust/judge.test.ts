import { explain, type Context } from '../../../src/engine';
import { bounce, fullReport, multipart, RETURNED_PART } from '../write-mail';

const ours: Context = { ownDomains: ['company.example'], sendingAddresses: ['training@company.example'] };
const RECEIVED = { Received: 'from mx.example.com by company.example; Mon, 23 Nov 2026 09:00:00 +0000' };
const trust = async (mail: string, context = ours) => (await explain(mail, context)).trust;
const foreign = (mail: string) => mail.replaceAll('company.example', 'elsewhere.example');
const page = (body: string, fields = {}) =>
  bounce(body, {
    ...RECEIVED,
    'Content-Type': 'text/html',
    'Return-Path': '<a@phish.example>',
    From: 'Mail Delivery <a@phish.example>',
    ...fields,
  });
const LURE = '<p>Undelivered messages are waiting. Release now.</p>';
const LINK = '<a href="https://phish.example/login">Release</a>';

/** A relay of ours on the returned mail, and a report that came from the failed address's own server. */
const OUR_RELAY = 'Received: from app (app.company.example [192.0.2.9]) by smtp.company.example';
const FROM_THEM = {
  Received:
    'from mx.example.com (mx.example.com [192.0.2.1]) by mx.company.example; Mon, 23 Nov 2026 09:00:00 +0000',
};
const sentByUs = (mail: string) =>
  mail.replace(RETURNED_PART, RETURNED_PART.replace('\nFrom:', `\n${OUR_RELAY}\nFrom:`));
const IN_TENANT = {
  Received:
    'from EX02.company.example (192.0.2.3) by EX01.company.example (192.0.2.2) with Microsoft SMTP Server id 15.1.2507.61 via Mailbox Transport',
  From: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@company.example>',
  'X-MS-Exchange-Organization-AuthAs': 'Internal',
};
/** What the border found out, above its own line. */
const checked = (results: string, peer = 'unknown') =>
  `Received: from x (x.company.example [192.0.2.3]) by mx.company.example\nAuthentication-Results: mx.company.example; ${results}\nReceived: from mx.example.com (${peer} [192.0.2.1]) by mx.company.example\n`;

describe('genuine', () => {
  test.each([
    ['a report of our mail by the failed address’s own server', sentByUs(fullReport(FROM_THEM))],
    ['a report from inside the tenant', fullReport({ 'Return-Path': null, ...IN_TENANT })],
    [
      'a report by our own server',
      sentByUs(fullReport({ Received: 'by smtp.company.example (Postfix); Mon' })),
    ],
    [
      'a report whose sender the border confirmed',
      checked('spf=pass smtp.helo=mx.example.com') + sentByUs(fullReport()),
    ],
    [
      'a report by a known provider, signed',
      checked('dkim=pass header.d=googlemail.com; dmarc=pass header.from=googlemail.com') +
        sentByUs(fullReport({ From: 'mailer-daemon@googlemail.com' })),
    ],
  ])('%s', async (_what, mail) => expect((await trust(mail)).verdict).toBe('genuine'));
});

/** Each takes one thing away from a genuine report, or puts what anybody can write in its place. */
describe('should not be genuine', () => {
  const whole = sentByUs(fullReport(FROM_THEM));
  const signed = checked('spf=pass smtp.helo=mx.example.com') + sentByUs(fullReport());
  const belowBorder = (mail: string, field: string) =>
    mail.replace(/^Received: .*$/m, (line) => `${line}\n${field}`);
  const peer = (name: string) => whole.replace('(mx.example.com [', `(${name} [`);
  test.each<[string, string, Context?]>([
    ['where no relay of ours is named', fullReport(FROM_THEM)],
    ['where nobody said who we are', whole, {}],
    ['from somebody else’s server', peer('mail.evil.example')],
    ['from a server that only calls itself the right name', peer('unknown')],
    [
      'from a server whose name the border doubts',
      whole.replace('[192.0.2.1])', '[192.0.2.1] (may be forged))'),
    ],
    ['with a name that looks like the right one', peer('mx.example.com.evil.example')],
    [
      'with a line below the border that lies',
      belowBorder(peer('mail.evil.example'), `Received: ${FROM_THEM.Received}`),
    ],
    [
      'with a result below the border',
      belowBorder(
        peer('evil.example'),
        'Authentication-Results: mx.company.example; dmarc=pass header.from=mx.example.com',
      ),
    ],
    [
      'with another border’s result',
      signed.replace('smtp.helo=mx.example.com', 'smtp.helo=mail.evil.example'),
    ],
    [
      'with a result in a quoted address',
      signed.replace(
        'spf=pass smtp.helo=mx.example.com',
        'spf=fail smtp.mailfrom="a; spf=pass smtp.helo=mx.example.com"@evil.example',
      ),
    ],
    ['with a return path', whole.replace('Return-Path: <>', 'Return-Path: <a@example.com>')],
    [
      'with a foreign link',
      sentByUs(fullReport(FROM_THEM).replace('It is attached', 'See https://evil.example/')),
    ],
    [
      'with a telephone number',
      sentByUs(fullReport(FROM_THEM).replace('It is attached', 'Call +1 555 0100')),
    ],
    [
      'with a demand for a password',
      sentByUs(fullReport(FROM_THEM).replace('It is attached', 'Your password, please')),
    ],
    [
      'with a page attached',
      sentByUs(
        fullReport(FROM_THEM, [
          'Content-Type: text/html; name=a.html\nContent-Disposition: attachment; filename=a.html\n\nx',
        ]),
      ),
    ],
    [
      'that says from outside that it is from inside',
      sentByUs(
        fullReport({
          ...IN_TENANT,
          Received: 'from evil (evil.example [192.0.2.7]) by mx.company.example (Postfix)',
        }),
      ),
    ],
    [
      'that says so through Exchange’s front door',
      fullReport({
        'Return-Path': null,
        ...IN_TENANT,
        Received: IN_TENANT.Received.replace('Mailbox', 'Frontend'),
      }),
    ],
    [
      'that says so to a server that is no Exchange',
      fullReport({ 'Return-Path': null, ...IN_TENANT, Received: 'by mx.elsewhere.example (Postfix)' }),
    ],
    ['that says so to nobody', fullReport({ 'Return-Path': null, ...IN_TENANT, Received: null })],
    [
      'by a person at a known provider',
      checked('dkim=pass header.d=gmail.com; dmarc=pass header.from=gmail.com') +
        sentByUs(fullReport({ From: 'someone@gmail.com' })),
    ],
    [
      'about an address of ours, by a tenant with a name like ours',
      checked('dmarc=pass header.from=companyexample.onmicrosoft.com') +
        sentByUs(
          fullReport({ From: 'postmaster@companyexample.onmicrosoft.com' }).replaceAll(
            'user@example.com',
            'user@company.example',
          ),
        ),
    ],
    [
      'in the mail of a stranger',
      multipart([`Content-Type: message/rfc822\n\n${whole}`], {
        ...RECEIVED,
        From: 'a@evil.example',
        Subject: 'Fwd',
      }),
    ],
  ])('a report %s', async (_what, mail, context = ours) =>
    expect(['unverified', 'suspicious', 'backscatter']).toContain((await trust(mail, context)).verdict),
  );
});

describe('unverified', () => {
  test.each([
    ['pasted text', '550 5.1.1 User unknown'],
    ['a report without a status part and without a returned mail', bounce(undefined, RECEIVED)],
    ['a report with a return path', fullReport({ ...RECEIVED, 'Return-Path': '<a@example.com>' })],
    [
      'a report whose sender was not proved',
      fullReport({ ...RECEIVED, 'Authentication-Results': 'mx; spf=fail' }),
    ],
    ['a report without any header of a server', fullReport({ 'Return-Path': null })],
    [
      'an ordinary mail',
      bounce('Lunch?', {
        ...RECEIVED,
        From: 'a@example.com',
        'Return-Path': '<a@example.com>',
        Subject: 'x',
      }),
    ],
  ])('%s', async (_what, mail) => expect((await trust(mail)).verdict).toBe('unverified'));
});

describe('backscatter', () => {
  test('a real report of a mail that was not ours', async () => {
    const { verdict, signals } = await trust(foreign(fullReport(RECEIVED)));
    expect(verdict).toBe('backscatter');
    expect(signals).toContainEqual({ id: 'original-foreign', quote: 'training@elsewhere.example' });
  });

  test.each<[string, string, Context]>([
    ['where nobody said who we are', foreign(fullReport(RECEIVED)), {}],
    [
      'of a mail from a subdomain of ours',
      fullReport(RECEIVED).replaceAll('training@company', 'training@mail.company'),
      ours,
    ],
    [
      'of a mail from our sending address',
      foreign(fullReport(RECEIVED)),
      { sendingAddresses: ['Training@Elsewhere.example'] },
    ],
    [
      'of a mail that our server numbered',
      fullReport(RECEIVED).replace(
        RETURNED_PART,
        RETURNED_PART.replace('From: training@company.example', 'From: a@elsewhere.example'),
      ),
      ours,
    ],
  ])('should not be: a report %s', async (_what, mail, context) =>
    expect((await trust(mail, context)).verdict).toBe('unverified'),
  );

  test('a domain that only ends like ours is not ours', async () => {
    const mail = fullReport(RECEIVED).replaceAll('company.example', 'notcompany.example');
    expect((await trust(mail)).verdict).toBe('backscatter');
  });
});

describe('suspicious', () => {
  test.each([
    ['a lure and a foreign link dressed as a bounce', page(LURE + LINK)],
    ['a lure that failed authentication', page(LURE, { 'Authentication-Results': 'mx; dmarc=fail' })],
    ['a foreign link that failed authentication', page(LINK, { 'Authentication-Results': 'mx; spf=fail' })],
    [
      'a lure with a foreign link, whatever its subject',
      page(LURE + LINK, { Subject: 'Hello', From: 'a@phish.example' }),
    ],
    ['a lure with a foreign link and an empty return path', page(LURE + LINK, { 'Return-Path': '<>' })],
    [
      'a hacked account that plays a mail system and links to its own site',
      page(`<p>Your mail could not be delivered.</p>${LINK}`),
    ],
    [
      'the same in plain text',
      page('Your mail could not be delivered: https://phish.example/', { 'Content-Type': 'text/plain' }),
    ],
    [
      'our address in the subject and in a link, from a name for mail, in a language that is not known',
      page('<p>Ipost cava ste.</p><a href="https://phish.example/?u=training@company.example">Se</a>', {
        Subject: 'Ipost cava: training@company.example',
        From: 'E-Mail-Ipo <service@phish.example>',
      }),
    ],
    [
      'a program behind a subject that has strokes for blanks',
      multipart(
        [
          'Content-Type: text/plain\n\nSee it.',
          'Content-Type: application/octet-stream; name="mail.eml.scr"\n\nMZ',
        ],
        { ...RECEIVED, 'Return-Path': '<>', From: 'Auto <a@b.example>', Subject: 'Mail_Delivery_failure' },
      ),
    ],
    [
      'a page that is to pass for a document',
      multipart(
        [
          'Content-Type: text/plain\n\nSee it.',
          'Content-Type: application/octet-stream; name="report.pdf.htm"\n\nx',
        ],
        { ...RECEIVED, 'Return-Path': '<>', From: 'Mail System <a@company.example>' },
      ),
    ],
  ])('%s', async (_what, mail) => {
    const answer = await explain(mail, ours);
    expect(answer.trust.verdict).toBe('suspicious');
    expect(answer).toMatchObject({ kind: 'not-a-report', recipients: [] });
  });

  test('the signals quote the lure and name the host', async () => {
    const { signals } = await trust(page(LURE + LINK));
    expect(signals).toContainEqual({ id: 'foreign-links', quote: 'phish.example' });
    expect(signals.find(({ id }) => id === 'lure-words')?.quote).toMatch(/release now|undelivered messages/i);
  });

  test.each([
    ['a lure dressed as a bounce, and no other sign', page(LURE)],
    [
      'a foreign link in a notice without a return path, and no other sign',
      page(`<p>Your mail could not be delivered.</p>${LINK}`, { 'Return-Path': '<>' }),
    ],
    [
      'a parcel that could not be delivered, by a carrier with mail in its name',
      page('<p>We rang.</p><a href="https://track.royal-mail.example/1">Track</a>', {
        From: 'Royal Mail <no-reply@royal-mail.example>',
        'Return-Path': '<no-reply@royal-mail.example>',
        Subject: 'Delivery failed',
      }),
    ],
    [
      'a letter that confirms an address, with it in subject and link',
      page('<a href="https://app.shop.example/confirm?a=training@company.example">Confirm</a>', {
        From: 'Shop <hello@shop.example>',
        'Return-Path': '<b@shop.example>',
        Subject: 'Please confirm training@company.example',
      }),
    ],
    [
      'a failed authentication, and no other sign',
      page('<p>No.</p>', { 'Authentication-Results': 'mx; spf=fail' }),
    ],
    [
      'a bounce that links to its own help',
      page('<p>Your mail could not be delivered.</p><a href="https://support.google.com/mail">Help</a>'),
    ],
    [
      'a bounce that links to our own domain',
      page('<p>Your mail could not be delivered.</p><a href="https://it.company.example">Help</a>'),
    ],
    ['a letter with a link', page(`<p>See this.</p>${LINK}`, { Subject: 'Hello', From: 'a@example.com' })],
  ])('should not be: %s', async (_what, mail) => expect((await trust(mail)).verdict).not.toBe('suspicious'));
});
