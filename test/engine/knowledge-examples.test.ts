/** Each row of the knowledge carries the text that tests it. */
import { explain } from '../../src/engine';
import { causes } from '../../src/knowledge';
import { wordings } from '../../src/knowledge/rules';

const firstCause = async (text: string) => (await explain(text)).recipients[0]?.cause;

describe.each(wordings.map(({ rows }) => [rows[0]?.id ?? 'no row', rows] as const))(
  'wordings from %s on',
  (_first, rows) => {
    test.each(rows.map(({ id, example, cause }) => [id, example, cause] as const))(
      '%s',
      async (_id, example, cause) => expect(await firstCause(example)).toBe(cause),
    );
  },
);

describe.each(causes.map(({ id, examples }) => [id, examples] as const))('cause %s', (id, examples) => {
  test('has an example', () => expect(examples.length).toBeGreaterThan(0));
  test.each(examples)('%s', async (example) => expect(await firstCause(example)).toBe(id));
});
