/** What earns genuine, and what takes it away. */
import { explain, type Context } from '../../../src/engine';
import { fullReport, multipart, RETURNED_PART } from '../write-mail';

const ours: Context = { ownDomains: ['company.example'], sendingAddresses: ['training@company.example'] };
const RECEIVED = { Received: 'from mx.example.com by company.example; Mon, 23 Nov 2026 09:00:00 +0000' };
const trust = async (mail: string, context = ours) => (await explain(mail, context)).trust;

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
