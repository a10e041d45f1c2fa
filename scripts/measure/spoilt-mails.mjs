/** Our own mails, and those of a corpus, with one to three changes. */
import { allMails } from './mails.mjs';
import { mutations, RARE } from './mutations.mjs';

/** A mail that has grown to this many bytes is not spoilt further. It is twice what the engine reads of one. */
const MAX_SPOILT_BYTES = 16 * 2 ** 20;
const names = Object.keys(mutations).flatMap((name) => Array(RARE.has(name) ? 1 : 8).fill(name));
const seeds = allMails();

/** @returns `{ bytes, label }` */
export function spoiltMail(luck) {
  const [first, second] = [luck.pick(seeds), luck.pick(seeds)];
  let bytes = first.bytes;
  const applied = [];
  // Most often one change; two or three now and then, since one may hide what another does.
  for (let times = luck.maybe(0.7) ? 1 : 2 + luck.below(2); times > 0; times--) {
    if (bytes.length === 0 || bytes.length > MAX_SPOILT_BYTES) break;
    const name = luck.pick(names);
    applied.push(name);
    bytes = mutations[name](bytes, luck, second.bytes);
  }
  return { bytes, label: `${first.name}: ${applied.join(', then ')}` };
}
