/** The generator itself: what it deals holds what it says, and deals it again. */
import { causes } from '../../src/knowledge/generated';
import { ask, dealtBy, nameOf } from './scripts';

const parts = () =>
  ask<{
    answers: { id: string; text: string; cause: string[]; class: number; reply?: string; share?: number }[];
    frames: { id: string }[];
    containers: { id: string; frames?: string[]; writers: string[] }[];
    wrappers: { id: string }[];
    languages: { id: string; texts: Record<string, string> }[];
  }>('parts.mjs', 'it.loadParts()');
const cases = dealtBy('--seed', '5', '--count', '2000');

/** Escapes, margins, folds and links of containers are no part of the words. */
const lettersOf = (text: string) =>
  text
    .replace(/&(?:amp|lt|gt);|\]\(mailto:[^)]*\)/g, '')
    .replace(/[^\p{L}\p{N}@]/gu, '')
    .toLowerCase();

test('equal seeds deal equal combinations, others deal others', () => {
  expect(dealtBy('--seed', '5', '--count', '40')).toEqual(cases.slice(0, 40));
  expect(dealtBy('--seed', '6', '--count', '40')).not.toEqual(cases.slice(0, 40));
});

test('every answer is dealt as often as any other, by its share', () => {
  const times = new Map<string, number>();
  for (const { parts: held } of cases) times.set(held.answer ?? '', (times.get(held.answer ?? '') ?? 0) + 1);
  const counts = parts().answers.map(({ id, share = 1 }) => (times.get(id) ?? 0) / share);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

test('the input holds the words of its answer', () => {
  const without = cases.filter(({ input, words }) => {
    const letters = lettersOf(input);
    return !words.every((piece) => letters.includes(lettersOf(piece)));
  });
  expect(without.map(nameOf)).toEqual([]);
});

test('the input holds the address that is wanted, and the best codes', () => {
  const without = cases.filter(({ input, want }) =>
    want.recipients.some(({ address, replyCode, status }) =>
      [address[0], replyCode[0], status[0]].some((value) => value && !input.includes(value)),
    ),
  );
  expect(without.map(nameOf)).toEqual([]);
});

test('no placeholder is left', () => {
  expect(cases.filter(({ input }) => /\{(?:t\.)?[a-z]+(?:\|\w+)?\}/.test(input)).map(nameOf)).toEqual([]);
});

test('a failure wants a failed recipient, a delay a delayed one', () => {
  const wanted = { failure: 'failed', delay: 'delayed' } as Record<string, string>;
  const odd = cases.filter(
    ({ want }) => !want.recipients.some(({ action }) => action.includes(wanted[want.kind[0] ?? ''] ?? '')),
  );
  expect(odd.map(nameOf)).toEqual([]);
});

test('ids are unique, classes are those of the reply', () => {
  const { answers, frames, containers, wrappers } = parts();
  for (const all of [answers, frames, containers, wrappers])
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { reply, class: own } of answers) expect(Number(reply?.[0] ?? own)).toBe(own);
});

test('containers name frames that exist', () => {
  const { frames, containers } = parts();
  const known = frames.map(({ id }) => id);
  for (const container of containers) expect(known).toEqual(expect.arrayContaining(container.frames ?? []));
});

test('every language has every text', () => {
  const { languages } = parts();
  const keys = Object.keys(languages[0]?.texts ?? {}).sort();
  for (const { id, texts } of languages) expect([id, Object.keys(texts).sort()]).toEqual([id, keys]);
});

test('causes of answers are causes of the knowledge', () => {
  const { answers } = parts();
  const known = new Set<string>(causes.map(({ id }) => id));
  expect(answers.flatMap(({ cause }) => cause).filter((id) => !known.has(id))).toEqual([]);
});
