/** No answer says two things that cannot both be true: over every example, code, wording, mail, and combination. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, type Context } from '../../../src/engine';
import { causes, variants } from '../../../src/knowledge';
import { codes, wordings } from '../../../src/knowledge/rules';
import { contradictionsOf } from './contradictions';

const MAILS = join(__dirname, '../../../host/mails');
const texts = (): string[] => [
  ...causes.flatMap(({ examples }) => examples),
  ...Object.values(variants).flatMap((rows) => rows.map(({ example }) => example)),
  ...wordings.flatMap(({ rows }) => rows.map(({ example }) => example)),
  ...codes.flatMap(({ rows }) => rows.map(({ code }) => code.replace('X', '5').replace(/-\d+$/, ''))),
];
const mails = () =>
  readdirSync(MAILS)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(MAILS, name)));

/** Before a wait is over, after it, and without a clock; mails of a stranger's, and of one's own. */
const contexts: Context[] = [
  {},
  { now: '2020-01-01T00:00:00Z', ownDomains: ['example.com'] },
  { now: '2036-01-01T00:00:00Z', ownDomains: ['company.example', 'example.org'] },
];

test.each([
  ['texts', texts],
  ['mails', mails],
] as const)(
  '%s',
  async (_name, inputs) => {
    const found: string[] = [];
    let tried = 0;
    for (const context of contexts)
      for (const input of inputs()) {
        const answer = await explain(typeof input === 'string' ? input : new Uint8Array(input), context);
        tried += answer.recipients.length;
        found.push(...contradictionsOf(answer));
      }
    expect(tried).toBeGreaterThan(200);
    expect([...new Set(found)]).toEqual([]);
  },
  120_000,
);
