/**
 * How many bounces of a labelled corpus earn which verdict, with the reader's own domains told and without, and
 * what the unverified ones lack.
 *
 *     node scripts/measure/trust.mjs /path/to/corpus      or  BOUNCE_CORPUS=/path/to/corpus npm run accuracy:trust
 *
 * The corpus does not say whose mailbox a mail is from. The domain of the returned mail's sender stands for it;
 * where nothing came back, that of the address which the bounce went to. Needs `dist/engine.js`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEngine } from './engine.mjs';
import { table } from './figures.mjs';

const corpus = process.argv[2] ?? process.env.BOUNCE_CORPUS;
if (!corpus || !existsSync(join(corpus, 'items.jsonl'))) {
  console.log('No corpus at hand, so nothing is measured. Name its folder.');
  process.exit(0);
}
const { explain } = loadEngine();
const items = readFileSync(join(corpus, 'items.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

const BAIT = [
  'lure-words',
  'disguised-link',
  'own-address-in-link',
  'risky-attachment',
  'program-attached',
  'form-to-fill',
  'own-mail-held',
  'foreign-links',
  'foreign-link-written',
  'link-without-report',
  'phone-number',
  'asks-for-secret',
];
/** What an unverified report lacks, the first that applies. */
const LACKS = [
  ['pasted or stripped: no header of a server', (has) => has('pasted-text') || has('no-headers')],
  ['no status part and no returned mail', (has) => !has('status-part') && !has('returned-mail')],
  ['own words with a link, number, password or file that rules it out', (has) => BAIT.some(has)],
  [
    'authentication failed, or names a known name',
    (has) => has('authentication-failed') || has('known-name-misused'),
  ],
  ['the failed address is the reader', (has) => has('recipient-is-self')],
  ['came inside a mail whose sender is not proved', (has) => has('carrier-unproved')],
  ['a return path with an address', (has) => has('return-path-with-address')],
  [
    'no relay, signature or return tag of ours on what came back',
    (has) => !['original-route-ours', 'original-signed', 'return-tag'].some(has),
  ],
  ['reporter is a third party', (has) => has('sender-unrelated')],
  ['reporter named, but not proved by the border', () => true],
];

const domainOf = (address) => address?.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The reader's domain, as far as the mail tells. */
function ownDomain(bytes, { original }) {
  if (original.from?.includes('@')) return domainOf(original.from);
  const to = /^(?:delivered-to|to):[^\n]*?([\w.+-]+@[\w.-]+\.\w+)/im.exec(
    Buffer.from(bytes).toString('latin1'),
  );
  return to ? domainOf(to[1]) : null;
}

const VERDICTS = ['genuine', 'unverified', 'backscatter', 'suspicious'];
const counts = new Map();
const count = (row, column) => counts.set(`${row}|${column}`, (counts.get(`${row}|${column}`) ?? 0) + 1);
const lacking = new Map();
let bounces = 0;
for (const { file, kind, form } of items) {
  const isBounce = kind === 'bounce' || kind === 'delayed';
  const bytes = new Uint8Array(readFileSync(join(corpus, 'dev', file)));
  const without = await explain(bytes);
  const row = isBounce ? `bounce, ${form === 'body' ? 'body alone' : 'whole mail'}` : kind;
  count(`${row}, nobody told`, without.trust.verdict);
  if (!isBounce) continue;
  bounces++;
  const own = ownDomain(bytes, without);
  const { trust } = own ? await explain(bytes, { ownDomains: [own] }) : without;
  count(`${row}, own domain told`, trust.verdict);
  if (trust.verdict !== 'unverified') continue;
  const ids = new Set(trust.signals.map(({ id }) => id));
  const [why] = own
    ? LACKS.find(([, isSo]) => isSo((id) => ids.has(id)))
    : ['the mail does not tell whose it is'];
  lacking.set(why, [...(lacking.get(why) ?? []), file]);
}
const rows = [...new Set([...counts.keys()].map((key) => key.split('|')[0]))].sort();
console.log(
  table([
    ['', ...VERDICTS],
    ...rows.map((row) => [row, ...VERDICTS.map((verdict) => String(counts.get(`${row}|${verdict}`) ?? ''))]),
  ]),
);
console.log(`\n${bounces} bounces and delays. What the unverified ones lack, own domain told:`);
for (const [why, files] of [...lacking].sort((a, b) => b[1].length - a[1].length))
  console.log(
    `  ${String(files.length).padStart(4)}  ${why}${process.env.SHOW ? `: ${files.slice(0, 12).join(' ')}` : ''}`,
  );
