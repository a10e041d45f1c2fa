/** Phrases of other languages that the pane holds back: with them it has all, and without a mark none can be missed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalize } from '../../../src/engine/phrases/characters';
import { marks } from '../../../src/knowledge/foreign-marks.json';
import {
  isForeign,
  isHeldBack,
  patchesOf,
  withoutForeign,
} from '../../../scripts/knowledge/foreign-phrases.cjs';

const knowledge = join(__dirname, '../../../src/knowledge');
const tables = ['detection', 'sentences', 'wordings/languages', 'wordings/subjects'] as const;
const read = (name: string) => JSON.parse(readFileSync(join(knowledge, `${name}.json`), 'utf8')) as object;

afterEach(() => jest.resetModules());

/** The module as the pane has it, for one table. */
async function held(name: string) {
  jest.doMock('../../../src/engine/phrases/foreign-source', () => ({
    marks,
    loadPatches: async () => ({ [name]: patchesOf(read(name)) }),
  }));
  return import('../../../src/engine/phrases/foreign');
}

describe.each(tables)('%s', (name) => {
  test('is held back, and complete once its phrases have come', async () => {
    expect(isHeldBack(`/src/knowledge/${name}.json`)).toBe(true);
    const foreign = await held(name);
    const table = withoutForeign(read(name));
    let renewed = 0;
    foreign.holdForeign(name, table, () => renewed++);
    expect(table).not.toEqual(read(name));
    expect([foreign.foreignOnDemand.isWanted(), foreign.foreignOnDemand.isThere()]).toEqual([false, false]);
    foreign.wantForeign();
    expect(foreign.foreignOnDemand.isWanted()).toBe(true);
    await foreign.foreignOnDemand.load();
    expect(table).toEqual(read(name));
    expect([renewed, foreign.foreignOnDemand.isThere(), foreign.foreignMarks()]).toEqual([1, true, []]);
  });

  test('lacks only phrases in which a mark stands', () => {
    const all = JSON.stringify(withoutForeign(read(name)));
    for (const [, list] of patchesOf(read(name)))
      for (const phrase of list.filter((one: string) => !all.includes(JSON.stringify(one)))) {
        const pieces = phrase.split('*').map(normalize);
        expect([phrase, marks.some((mark) => pieces.some((piece) => piece.includes(mark)))]).toEqual([
          phrase,
          true,
        ]);
      }
  });
});

test('a table that comes later is completed at once', async () => {
  const foreign = await held('sentences');
  foreign.wantForeign();
  await foreign.foreignOnDemand.load();
  const table = withoutForeign(read('sentences'));
  foreign.holdForeign('sentences', table, () => undefined);
  expect(table).toEqual(read('sentences'));
});

test('English phrases stay', () => {
  for (const phrase of ['mailbox is full', 'Undelivered Mail Returned to Sender', 'user unknown'])
    expect(isForeign(phrase)).toBe(false);
});
