/**
 * What holds of every answer, whatever the input: our mails, combinations of the matrix, and pieces put together by chance.
 *
 * An invariant that does not hold yet is listed in invariants-known.json with the inputs that break it. The test fails
 * when another input breaks it, and when a listed input no longer does; `WRITE_KNOWN=1 npx jest invariants` lists anew.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { explain, InputError, type Explanation, type Input } from '../../src/engine';
import { dealtBy, inputOf } from '../matrix/scripts';
import known from './invariants-known.json';
import { expectedMails, ourContext, ourMail } from './our-mails';
import { runs } from './runs';

/** @returns what breaks the invariant, in words; null where it holds */
type Invariant = (answer: Explanation, text: string) => string | null;

const DAEMON = /^(?:mailer[-_.]?daemon|mail-daemon|no-?body|double-bounce)(?:@|$)/i;
/** Margins, marks, escapes and entities are taken off by the engine, so they are no part of what it quotes. */
const wordsOf = (text: string) =>
  text
    .replace(/&(?:lt|gt|quot|amp|nbsp|#39);|\]\(mailto:[^)]*\)|\\+[rnt]/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const lettersOf = (text: string) => wordsOf(text).join('');
const messageIds = (text: string) =>
  new Set([...text.matchAll(/(?:message-?id|in-reply-to)[^<\n]{0,40}<([^>\s]+)>/gi)].map(([, id]) => id));
const first = <T>(all: readonly T[], isBroken: (one: T) => boolean, say: (one: T) => string) => {
  const broken = all.find(isBroken);
  return broken === undefined ? null : say(broken);
};

const invariants: Record<string, Invariant> = {
  'a failure has a failed recipient with a cause': ({ kind, recipients }) =>
    kind !== 'failure' ||
    recipients.some(({ action, cause }) => action === 'failed' && cause !== 'not-a-failure')
      ? null
      : 'a failure of nobody',
  'failed never goes with an answer of class 2': ({ recipients }) =>
    first(
      recipients,
      ({ action, replyCode, status }) =>
        action === 'failed' && (replyCode?.startsWith('2') || status?.startsWith('2.')) === true,
      ({ replyCode, status }) => `failed with ${replyCode} ${status}`,
    ),
  'what is delayed has not expired': ({ kind, recipients }) =>
    first(
      recipients,
      ({ action, cause }) => (kind === 'delay' || action === 'delayed') && cause === 'expired',
      ({ action }) => `${action} and expired`,
    ),
  'no recipient is the sender': ({ kind, original, recipients }) =>
    kind !== 'failure' && kind !== 'delay'
      ? null
      : first(
          recipients,
          ({ address }) => address !== null && address.toLowerCase() === original.from?.toLowerCase(),
          ({ address }) => `the sender ${address}`,
        ),
  'no recipient is a mail daemon': ({ recipients }) =>
    first(
      recipients,
      ({ address }) => address !== null && DAEMON.test(address),
      ({ address }) => `the daemon ${address}`,
    ),
  'no recipient is a path or a message id': ({ recipients }, text) => {
    const ids = messageIds(text);
    return first(
      recipients,
      ({ address }) => address !== null && (/^[/\\]|\/.*@|^[a-z]:\\/i.test(address) || ids.has(address)),
      ({ address }) => `no address: ${address}`,
    );
  },
  'evidence stands in the input': ({ recipients }, text) => {
    const letters = lettersOf(text);
    return first(
      recipients,
      ({ evidence }) => evidence !== null && !letters.includes(lettersOf(evidence)),
      ({ evidence }) => `not in the input: ${evidence}`,
    );
  },
  // A table or an event tells its answer in several cells, so that its words stand apart.
  'every word of a diagnostic stands in the input': ({ recipients }, text) => {
    const letters = lettersOf(text);
    return first(
      recipients.flatMap(({ diagnostic }) => wordsOf(diagnostic ?? '')),
      (word) => !letters.includes(word),
      (word) => `not in the input: ${word}`,
    );
  },
  'codes stand in the input': ({ recipients }, text) =>
    first(
      recipients.flatMap(({ replyCode, status }) => [replyCode, status]),
      (code) => code !== null && !text.includes(code),
      (code) => `not in the input: ${code}`,
    ),
};
const names = Object.keys(invariants);

/** All text of a mail, decoded, attached mails as well. */
async function readable(bytes: Uint8Array): Promise<string> {
  const {
    headerLines,
    text = '',
    html = '',
    attachments,
  } = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
  });
  const inner = await Promise.all(
    attachments.map(async ({ content, mimeType }) => {
      const part = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
      return mimeType === 'message/rfc822' ? readable(part) : new TextDecoder().decode(part);
    }),
  );
  const page = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  const fields = headerLines.map(({ line }) => line.replace(/\s*\n\s*/g, ' '));
  return [...fields, text, page, ...inner, new TextDecoder().decode(bytes)].join('\n');
}

interface Tried {
  name: string;
  answer: Explanation;
  text: string;
}

async function tryOne(name: string, input: Input, text: string): Promise<Tried> {
  return { name, answer: await explain(input, ourContext), text };
}

const broken = (invariant: string, tried: readonly Tried[]) => {
  const all = tried.flatMap(({ name, answer, text }) =>
    invariants[invariant]?.(answer, text) ? [name] : [],
  );
  return [...new Set(all)].sort();
};

interface Known {
  /** By invariant: names of mails, and parts of combinations, that break it. */
  mails: Record<string, string[]>;
  matrix: Record<string, string[]>;
  /** Invariants that chance finds broken. */
  chance: string[];
}
const isWriting = process.env.WRITE_KNOWN === '1';
const written: Known = { mails: {}, matrix: {}, chance: [] };
afterAll(() => {
  if (isWriting)
    writeFileSync(join(__dirname, 'invariants-known.json'), `${JSON.stringify(written, null, 2)}\n`);
});

function expectKnown(source: 'mails' | 'matrix', invariant: string, tried: readonly Tried[]): void {
  const found = broken(invariant, tried);
  if (found.length > 0) written[source][invariant] = found;
  if (!isWriting) expect(found).toEqual((known as Known)[source][invariant] ?? []);
}

describe('our mails', () => {
  const tried: Tried[] = [];
  beforeAll(async () => {
    for (const name of Object.keys(expectedMails)) {
      const bytes = ourMail(name);
      tried.push(await tryOne(name, bytes, await readable(bytes)));
    }
  });
  test.each(names)('%s', (name) => expectKnown('mails', name, tried));
});

/** A combination by its parts, so that the list says which ones break an invariant. */
const partsOf = (parts: Record<string, string>) =>
  [parts['near-miss'], parts.answer, parts.frame, parts.container, parts.wrapper].filter(Boolean).join(' · ');

describe('combinations of the matrix', () => {
  const cases = [
    ...dealtBy('--seed', '2026', '--count', '300'),
    ...dealtBy('--clean', '--seed', '2026', '--count', '100'),
  ];
  const tried: Tried[] = [];
  beforeAll(async () => {
    for (const one of cases) {
      const input = inputOf(one);
      const text = typeof input === 'string' ? input : await readable(input);
      tried.push(await tryOne(partsOf(one.parts), input, text));
    }
  });
  test.each(names)('%s', (name) => expectKnown('matrix', name, tried));
});

describe('pieces of combinations, put together by chance', () => {
  const lines = dealtBy('--seed', '11', '--count', '150')
    .filter(({ form }) => form === 'text')
    .flatMap(({ input }) => input.split(/\r?\n/))
    .filter((line) => line.trim() !== '');
  const texts = fc
    .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 12 })
    .map((some) => some.join('\n'));

  test.each(names)('%s', async (name) => {
    const property = fc.asyncProperty(texts, async (text) => {
      try {
        return invariants[name]?.(await explain(text, ourContext), text) === null;
      } catch (error) {
        return error instanceof InputError;
      }
    });
    const { failed, counterexample } = await fc.check(property, { ...runs(300), endOnFailure: true });
    if (failed) written.chance.push(name);
    if (isWriting) return;
    const isListed = (known as Known).chance.includes(name);
    expect({ name, failed, text: isListed ? null : (counterexample?.[0] ?? null) }).toEqual({
      name,
      failed: isListed,
      text: null,
    });
  });
});
