/**
 * Reads the same pages and mails with our reader and with others, and counts how they differ.
 *
 *     npm run differential                   our mails, and 3,000 pages made of pieces
 *     npm run differential -- --pages 20000 --seed 7
 *     npm run differential -- --show 10      prints 10 differences of each kind
 *
 * With BOUNCE_CORPUS the mails of that corpus are read, too. Pages are held to the tree that parse5 makes by the HTML
 * standard: text or a link that is lost there fails the run. Mails are held to postal-mime and mailparser; where we
 * agree with neither, for no reason that has a name, the run fails: a person has to look at it.
 */
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { differMail } from './measure/differ-mails.mjs';
import { differPage, WRONG_PAGE } from './measure/differ-pages.mjs';
import { table } from './measure/figures.mjs';
import { allMails } from './measure/mails.mjs';
import { chance } from './measure/random.mjs';
import { spoiltPage } from './measure/spoilt-html.mjs';

const loadTypescript = createRequire(import.meta.url)('./load-typescript.cjs');
const { htmlToText } = loadTypescript('../src/engine/mail/html-to-text.ts');
const { readMessage } = loadTypescript('../src/engine/mail/read.ts');

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '0' },
  },
});
const [pages, seed, show] = [values.pages, values.seed, values.show].map(Number);

const counts = new Map();
function note(what, kind, detail) {
  const kinds = counts.get(what) ?? new Map();
  counts.set(what, kinds);
  const details = kinds.get(kind) ?? [];
  kinds.set(kind, details);
  details.push(detail);
}

const readers = {
  read: async (bytes) => readMessage(bytes),
  parsePostal: (bytes) => PostalMime.parse(bytes),
  parseMailparser: (bytes) => simpleParser(Buffer.from(bytes), { skipHtmlToText: true }),
};

let wrong = 0;
function comparePage(what, name, html) {
  const { kind, detail } = differPage(html, htmlToText(html));
  if (WRONG_PAGE.has(kind)) wrong++;
  note(what, kind, `${name}: ${JSON.stringify(detail.slice(0, 200))}`);
}

for (const { name, bytes } of allMails()) {
  const html = await PostalMime.parse(bytes).then(
    (mail) => mail.html,
    () => undefined,
  );
  if (html) comparePage('pages of mails', name, html);
  try {
    for (const [field, { kind, readings }] of Object.entries(await differMail(bytes, readers))) {
      if (kind === 'alone') wrong++;
      note(`${field} of mails`, kind, `${name}: ${JSON.stringify(readings).slice(0, 400)}`);
    }
  } catch (error) {
    if (error.name !== 'InputError') throw error;
    note('mails', 'refused', name);
  }
}
for (let n = 0; n < pages; n++) {
  const page = spoiltPage(chance(seed * 0x9e3779b1 + n));
  comparePage('pages of pieces', `number ${n}`, page);
}

console.log(
  table([
    ['', 'difference', 'count'],
    ...[...counts].flatMap(([what, kinds]) =>
      [...kinds].map(([kind, details]) => [what, kind, String(details.length)]),
    ),
  ]),
);
for (const [what, kinds] of counts)
  for (const [kind, details] of kinds)
    if (kind !== 'equal')
      for (const detail of details.slice(0, show)) console.log(`${what}, ${kind}: ${detail}`);
console.log(`Wrong: ${wrong}.`);
process.exitCode = wrong > 0 ? 1 : 0;
