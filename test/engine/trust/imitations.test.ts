/** Fakes that report nothing, by the account that they come from and by their link, in eighteen languages. */
import { explain, type Context } from '../../../src/engine';
import { bounce, toBytes } from '../write-mail';
import imitations from './imitations.json';

const ours: Context = { ownDomains: ['company.example'] };
const READER = 'petra@company.example';

type Imitation = (typeof imitations)[number];

const encoded = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;

function mail(one: Imitation, body: string, fields: Record<string, string | null>): Uint8Array {
  const isPage = body.includes('<');
  return toBytes(
    bounce(Buffer.from(body).toString('base64'), {
      'Return-Path': '<info@shop.example>',
      Received:
        'from vps (vps.shop.example [192.0.2.9]) by mx.company.example; Mon, 23 Nov 2026 09:00:00 +0000',
      From: `${encoded(one.name)} <info@shop.example>`,
      To: READER,
      Subject: encoded(one.subject),
      'Content-Type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8`,
      'Content-Transfer-Encoding': 'base64',
      ...fields,
    }),
  );
}

const ACCOUNTS = {
  forged: 'mx.company.example; spf=softfail smtp.mailfrom=shop.example; dmarc=fail header.from=shop.example',
  hacked: 'mx.company.example; dkim=pass header.d=shop.example; dmarc=pass header.from=shop.example',
};
const page = (href: string) => (one: Imitation) => `<p>${one.text}</p><a href="${href}">${one.button}</a>`;
const BODIES: Record<string, (one: Imitation) => string> = {
  'the reader’s address in the link': page(`https://lp.elsewhere.example/?u=${READER}`),
  'a link to elsewhere': page('https://lp.elsewhere.example/r'),
  'a link to its own site': page('https://shop.example/r'),
  'a link in plain text': (one) => `${one.text}\n\n${one.button}: https://shop.example/r\n`,
};

const cases = imitations.flatMap((one) =>
  Object.entries(ACCOUNTS).flatMap(([account, results]) =>
    Object.entries(BODIES).map(([link, body]) => ({ one, account, results, link, body })),
  ),
);

test.each(cases)('$one.language, $account account, $link: suspicious', async ({ one, results, body }) => {
  const answer = await explain(mail(one, body(one), { 'Authentication-Results': results }), ours);
  expect(answer.trust.verdict).toBe('suspicious');
  expect(answer.recipients).toEqual([]);
});

test.each(imitations)('$language: a parcel that was not delivered is no fake', async (one) => {
  const letter = `<p>${one.parcel}</p><a href="https://track.carrier.example/1">1</a><p>${READER}</p>`;
  const fields = {
    From: 'Carrier <hello@carrier.example>',
    'Return-Path': '<b@carrier.example>',
    Subject: encoded(one.parcel),
    'Authentication-Results': 'mx.company.example; dmarc=pass header.from=carrier.example',
  };
  const { trust } = await explain(mail(one, letter, fields), ours);
  expect(trust.verdict).toBe('unverified');
});
