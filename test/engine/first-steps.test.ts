/** A row that says who acts leads to a step of theirs: "fix what the answer points to" is for rows that nobody foresaw. */
import { explain } from '../../src/engine';
import { codes, wordings } from '../../src/knowledge/generated/rules';
import { saidBy } from './said-by';

/** `first-sender-admin`: what is told where the cause has no step for who acts. */
const isGeneral = (id: string) => id.startsWith('first-');

async function withGeneralStep(texts: readonly (readonly [row: string, text: string])[]) {
  const found: string[] = [];
  for (const [row, text] of texts) {
    const steps = (await explain(text)).recipients.flatMap(({ advice }) => advice.steps);
    if (steps.some(({ id }) => isGeneral(id))) found.push(row);
  }
  return found;
}

test('no wording leads to a general first step', async () => {
  const rows = wordings.flatMap((file) => file.rows);
  expect(await withGeneralStep(rows.map(({ id, example }) => [id, example]))).toEqual([]);
});

test('no code leads to a general first step, with its provider or alone', async () => {
  const texts = codes.flatMap(({ provider, rows }) =>
    rows.flatMap(({ code }) => {
      const said = code.replace('X.', '5.');
      const row = `${provider} ${code}`;
      return [[row, saidBy(provider, said)] as const, [row, saidBy('rfc', said)] as const];
    }),
  );
  expect(await withGeneralStep(texts)).toEqual([]);
});
