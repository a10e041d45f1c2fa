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
