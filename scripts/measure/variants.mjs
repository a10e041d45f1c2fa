/**
 * Reads each bounce again as a forward, a client or a paste makes it and counts what stays: the measure that needs no labels.
 *
 *     npm run variants -- FOLDER [--errors N]        FOLDER: mails, or a corpus with dev/; ours when none is named
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { emailVariants, readable } from './email-variants.mjs';
import { loadEngine } from './engine.mjs';
import { table } from './figures.mjs';

const { explain } = loadEngine();
const [given = 'host/mails'] = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--') && !/^\d+$/.test(word));
const at = process.argv.indexOf('--errors');
const shown = at < 0 ? 8 : Number(process.argv[at + 1]);
const folder = existsSync(join(given, 'dev')) ? join(given, 'dev') : given;

const sorted = (recipients, value) => [...new Set(recipients.map(value).filter(Boolean))].sort();
const same = (one, other) =>
  one.length === other.length && one.every((value, index) => value === other[index]);
const FIELDS = {
  recipients: ({ address }) => address,
  codes: ({ replyCode, status }) => [replyCode, status].filter(Boolean).join(' '),
  causes: ({ cause }) => cause,
};

/** Codes and addresses that the readable text does not name are no loss of the variant's. */
const readableOnly = (recipients, text) =>
  recipients.map((one) => ({
    ...one,
    address: text.includes(one.address ?? ' ') ? one.address : null,
    replyCode: text.includes(one.replyCode ?? ' ') ? one.replyCode : null,
    status: text.includes(one.status ?? ' ') ? one.status : null,
    cause: text.replace(/\s+/g, ' ').includes((one.evidence ?? ' ').toLowerCase()) ? one.cause : null,
  }));

const counts = new Map(
  emailVariants.map(({ name }) => [name, { all: 0, kind: 0, recipients: 0, codes: 0, causes: 0 }]),
);
const losses = new Map(emailVariants.map(({ name }) => [name, []]));
for (const file of readdirSync(folder)) {
  const bytes = new Uint8Array(readFileSync(join(folder, file)));
  const base = await explain(bytes).catch(() => null);
  if (!file.endsWith('.eml') || base?.kind !== 'failure' || !base.recipients.some(({ address }) => address))
    continue;
  const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => null);
  if (!email) continue;
  email.readable = readable(email);
  if (email.readable.trim() === '') continue;
  const text = email.readable.toLowerCase();
  for (const { name, isLoss, make } of emailVariants) {
    const input = make({ email, bytes });
    if (input === null) continue;
    const got = await explain(input).catch((error) => ({ kind: String(error), recipients: [] }));
    const count = counts.get(name);
    count.all++;
    const lost = [];
    if (got.kind === base.kind) count.kind++;
    else lost.push(`kind ${got.kind}`);
    const view = (recipients) => (isLoss ? readableOnly(recipients, text) : recipients);
    for (const [id, value] of Object.entries(FIELDS)) {
      const wanted = sorted(view(base.recipients), value);
      const found = sorted(id === 'causes' ? got.recipients : view(got.recipients), value);
      // What the text never said cannot be kept, and more than the status part said is no loss.
      const isKept = same(wanted, found) || (isLoss && wanted.length === 0);
      if (isKept) count[id]++;
      else lost.push(`${id} ${wanted.join(', ')} → ${found.join(', ') || 'none'}`);
    }
    if (lost.length > 0) losses.get(name).push(`${file}: ${lost.join('; ')}`);
  }
}
const percent = (part, all) => `${((100 * part) / (all || 1)).toFixed(1)} %`;
console.log(
  table([
    ['variant', 'mails', 'kind', 'recipients', 'codes', 'causes'],
    ...[...counts].map(([name, { all, ...kept }]) => [
      name,
      String(all),
      ...Object.values(kept).map((part) => percent(part, all)),
    ]),
  ]),
);
for (const [name, lost] of losses) {
  if (lost.length === 0 || shown === 0) continue;
  console.log(`\n${name}: ${lost.length} lose something`);
  for (const line of lost.slice(0, shown)) console.log(`  ${line}`);
}
