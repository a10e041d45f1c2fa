import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../../src/engine';
import { ourContext } from '../our-mails';

const folder = join(__dirname, 'mails');
const mail = (name: string) => new Uint8Array(readFileSync(join(folder, `${name}.eml`)));

/** Each mail is named by its verdict; beside it stands why. */
const table: readonly (readonly [name: string, why: string])[] = [
  ['genuine-postfix', 'a whole report about our mail'],
  [
    'suspicious-code-to-scan',
    'names its own reader as the failed recipient, links elsewhere, has a code scanned',
  ],
  ['genuine-exchange-help-link', 'links to the maker of the mail system'],
  [
    'genuine-in-tenant',
    'our own Exchange: no return path, no authentication, but it says that it is from inside',
  ],
  ['genuine-returned-simulated-phish', 'the lures stand in the returned mail, which left through our server'],
  ['genuine-returned-attachments', 'the .pdf and .zip are in the returned mail'],
  ['genuine-batv-tag', 'foreign sender name, but it came to an address that our system tagged'],
  ['genuine-own-verp', 'our platform numbers its return addresses'],
  [
    'genuine-forwarded-as-attachment',
    'the attached report still has its headers; the check is of that report',
  ],
  ['genuine-gmail', 'a known provider, signed'],
  ['genuine-sent-by-service', 'foreign hosts, but our signature'],

  [
    'unverified-gateway-footer',
    "a gateway's footer and a German disclaimer link elsewhere: a forger's link would stand there, too",
  ],
  [
    'unverified-subject-repeats-lure',
    'repeats the lure of our own subject, and links to a stranger for help',
  ],
  ['unverified-exim-inline-lures', 'lures only in the returned mail; a third party reports it'],
  // Forged or sent by a service: only the sent items tell.
  ['unverified-training-sender-not-told', 'names the training address, nothing else shows our mail system'],
  ['unverified-forwarded-inline', 'a quoted mail has no headers'],
  [
    'unverified-quarantine-digest',
    'a known gateway holds mails: its words, but its own links, and no bounce',
  ],
  ['unverified-own-quarantine-digest', 'our own gateway links to itself'],
  ['unverified-stripped-headers', 'no server has left a trace'],
  ['unverified-list-verp-envelope', 'a list put its own return path in'],
  [
    'unverified-failed-authentication',
    'a real report over a relay that breaks authentication; a link is no bait',
  ],
  [
    'unverified-sender-not-told',
    'our domain, but not the training address, and nothing shows our mail system',
  ],
  ['unverified-reports-myself', 'reports the mailbox that reads it'],
  ['unverified-out-of-office-undelivered', 'a person is away'],
  ['unverified-question-about-bounces', 'a colleague quotes a lure and links to a page'],
  ['unverified-no-proof-no-bait', 'a small host without a report part: nothing for it, nothing against'],
  ['unverified-batv-return-path', 'a tagged return path belongs to a person'],

  ['backscatter-postfix', 'a real report about a mail that we did not send'],
  ['backscatter-message-id-ours', 'only the number is of our domain, and the way of the mail contradicts'],
  ['backscatter-helo-ours', 'the forger called himself by our name when he connected'],
  ['backscatter-lookalike-domain', 'a domain that ends like ours'],
  ['backscatter-name-ours-address-foreign', 'our address is only the displayed name'],
  [
    'backscatter-lures-in-returned-mail',
    'phish inside the returned mail: the report itself asks for nothing',
  ],
  ['backscatter-tenant', 'a real tenant, authenticated; the original is not ours'],
  ['backscatter-tenant-advertises-in-text', 'advertises in its own text, but neither lures nor hides'],
  ['backscatter-exim', 'no report part; the returned lines name another sender'],
  ['backscatter-headers-only', 'only the header block came back'],
  ['backscatter-delay', 'a delay of a forged mail'],
  ['backscatter-signed-by-spammer', 'a signature of the spammer that mentions our domain'],

  ['suspicious-send-again', 'Microsoft by name, failed authentication, a button with our address in it'],
  ['suspicious-pending-count', 'mail held for us, authenticated for its own domain'],
  ['suspicious-quota', 'quota lure; our address in Base64 in the link'],
  [
    'suspicious-forged-report',
    'all marks of a report forged, but authentication fails and the link is foreign',
  ],
  ['suspicious-recipient-is-myself', 'a report whose failed recipient is the reader, with a lure'],
  ['suspicious-tenant-carries-lure', 'authenticated, but its own text lures and the original is not ours'],
  ['suspicious-unrelated-signature', 'says Microsoft, signed by a bulk sender'],
  ['suspicious-gmail-user-as-daemon', 'a mail system in a personal mailbox, with a public form'],
  ['suspicious-userinfo-link', 'microsoft.com before the @ of a web address'],
  ['suspicious-punycode-link', 'a look-alike name in Punycode'],
  ['suspicious-ip-address-link', 'a link to a bare number'],
  ['suspicious-link-text-known', 'shows microsoft.com, leads elsewhere'],
  ['suspicious-link-behind-filter', 'the true target stands inside the address of a known filter'],
  ['suspicious-voicemail', 'an .htm page attached, forged as from us'],
  ['suspicious-hidden-letters', 'a German lure with unseen letters in it'],
  ['suspicious-original-message-line', 'the lure behind a line "Original message" that nothing follows'],
  ['suspicious-inside-tenant-forged', 'says that it is from inside, but failed authentication'],
];

test.each(table)('%s: %s', async (name) => {
  const { trust, kind } = await explain(mail(name), ourContext);
  expect(trust.verdict).toBe(name.split('-')[0]);
  if (trust.verdict === 'suspicious') expect(kind).toBe('not-a-report');
  expect(new Set(trust.signals.map(({ id }) => id)).size).toBe(trust.signals.length);
});

test.each(table.filter(([name]) => name.startsWith('genuine-')))(
  'should not be an alarm where nobody said who we are: %s',
  async (name) => {
    const { verdict } = (await explain(mail(name), {})).trust;
    expect(['genuine', 'unverified']).toContain(verdict);
  },
);

test('every mail is in the table', () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.eml$/, ''));
  expect(table.map(([name]) => name).sort()).toEqual(files.sort());
});

test('lines end as they do on the wire', () => {
  for (const [name] of table) {
    const text = new TextDecoder().decode(mail(name));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
});
