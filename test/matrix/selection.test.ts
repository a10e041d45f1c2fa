/**
 * A fixed selection of the matrix. What the engine gets wrong today stands in scripts/matrix/known-to-fail.json by part:
 * a failure of any other part fails here, and so does a part that is listed and right.
 */
import { explain } from '../../src/engine';
import { ask, dealtBy, inputOf, nameOf, type Case } from './scripts';

interface Selection {
  seed: number;
  count: number;
}
type Judged = Case & { right: boolean };

test('no part fails but those known to, and none of these is mended', async () => {
  const { seed, count } = ask<Selection>('known.mjs', 'it.SELECTION');
  const cases = dealtBy('--seed', String(seed), '--count', String(count));
  const answered = [];
  for (const one of cases) {
    const { kind, recipients } = await explain(inputOf(one));
    answered.push({ want: one.want, got: { kind, recipients } });
  }
  const rights = ask<boolean[]>(
    'judge.mjs',
    'given.map(({ want, got }) => it.isRight(it.judge(want, got)))',
    answered,
  );
  const judged: Judged[] = cases.map((one, index) => ({ ...one, right: rights[index] === true }));
  const found = ask<{ unexpected: Judged[]; mended: string[] }>(
    'known.mjs',
    'it.compareWithKnown(given, it.readKnown())',
    judged,
  );
  expect(found.unexpected.map(nameOf)).toEqual([]);
  expect(found.mended).toEqual([]);
});
