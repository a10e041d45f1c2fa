/**
 * No answer says two things that cannot both be true: over every example, code, wording and mail, every answer of the
 * matrix, and combinations of its parts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain, loadWords, type Context, type Input } from '../../../src/engine';
import type { Words } from '../../../src/knowledge/records';
import { ask, dealtBy, inputOf } from '../../matrix/scripts';
import { everyInput } from '../every-input';
import { contradictionsOf } from './contradictions';

/** Before a wait is over, after it, and without a clock; mails of a stranger's, and of one's own. */
const contexts: Context[] = [
  {},
  { now: '2020-01-01T00:00:00Z', ownDomains: ['example.com'] },
  { now: '2036-01-01T00:00:00Z', ownDomains: ['company.example', 'example.org'] },
];

/** As a server or a program says it, by itself. */
const answers = (): Input[] =>
  ask<{ reply?: string; status?: string; statusInText?: boolean; text: string }[]>(
    'parts.mjs',
    'it.loadParts().answers',
  ).map(({ reply, status, statusInText, text }) =>
    [reply, statusInText ? null : status, text].filter(Boolean).join(' '),
  );

const combinations = (): Input[] =>
  [...dealtBy('--seed', '7', '--count', '1500'), ...dealtBy('--clean', '--seed', '7', '--count', '300')].map(
    inputOf,
  );

/** What is said of mailboxes of organizations, said of a person's own at public providers. */
const privately = (): Input[] => {
  const [[, texts]] = everyInput;
  return texts().flatMap((text) =>
    ['jo@gmail.com', 'jo@web.de'].map((address) =>
      PUT.test(text) ? text.replaceAll(PUT_ALL, address) : `${text} <${address}>`,
    ),
  );
};
const PUT = /(?<![\w.+-])(?:user|jo|[a-z]\.[a-z]+)@(?:company\.example|example\.com)/;
const PUT_ALL = new RegExp(PUT, 'g');

const FIXTURES = ['../trust/mails', '../../host/fixtures/mails'];
const fixtures = (): Input[] =>
  FIXTURES.map((folder) => join(__dirname, folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .map((name) => new Uint8Array(readFileSync(join(folder, name)))),
  );

let words: Words;
beforeAll(async () => (words = await loadWords('en')));

test.each([
  ...everyInput,
  ['private mailboxes', privately],
  ['answers of the matrix', answers],
  ['combinations of the matrix', combinations],
  ['fixtures of tests', fixtures],
] as [string, () => Input[]][])(
  '%s',
  async (name, inputs) => {
    const found: string[] = [];
    const all = inputs();
    let tried = 0;
    for (const context of contexts)
      for (const input of all) {
        const answer = await explain(input, context);
        tried += answer.recipients.length;
        found.push(...contradictionsOf(answer, words));
      }
    if (process.env.COUNT) console.log(`${name}: ${all.length} inputs, ${tried} answers`);
    expect(tried).toBeGreaterThan(100);
    expect([...new Set(found)]).toEqual([]);
  },
  240_000,
);
