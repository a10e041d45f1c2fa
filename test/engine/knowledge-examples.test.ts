/** Each row of the knowledge carries the text that tests it. */
import { explain } from '../../src/engine';
import { causes, variants } from '../../src/knowledge/generated';
import { codes, wordings } from '../../src/knowledge/generated/rules';
import { saidBy } from './said-by';

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

describe.each(codes.map(({ provider, rows }) => [provider, rows] as const))(
  'codes of %s',
  (provider, rows) => {
    test.each(rows.map(({ code, cause }) => [code, cause] as const))('%s', async (code, cause) => {
      const classes = code.startsWith('X') ? (cause === 'not-a-failure' ? '2' : '45') : code.slice(0, 1);
      for (const digit of classes) {
        const text = saidBy(provider, digit + code.slice(1));
        expect([text, await firstCause(text)]).toEqual([text, cause]);
      }
    });
  },
);

test.each(
  wordings.flatMap(({ rows }) =>
    rows.filter(({ whoActs, permanence, steps }) => whoActs ?? permanence ?? steps),
  ),
)(
  '$id: what it knows better than its cause is said',
  async ({ example, whoActs, permanence, steps = [] }) => {
    const [one] = (await explain(example)).recipients;
    if (whoActs) expect(one?.advice.whoActs).toBe(whoActs);
    if (permanence) expect(one?.permanence).toBe(permanence);
    expect(one?.advice.steps.map(({ platformStep }) => platformStep)).toEqual(expect.arrayContaining(steps));
  },
);

describe.each(causes.map(({ id, examples }) => [id, examples] as const))('cause %s', (id, examples) => {
  test('has an example', () => expect(examples.length).toBeGreaterThan(0));
  test.each(examples)('%s', async (example) => expect(await firstCause(example)).toBe(id));
});

describe.each(Object.entries(variants))('variants of %s', (cause, rows) => {
  test.each(rows.map(({ id, example }) => [id, example] as const))('%s', async (id, example) => {
    const [one] = (await explain(example)).recipients;
    expect([one?.cause, one?.variant]).toEqual([cause, id]);
  });
});
