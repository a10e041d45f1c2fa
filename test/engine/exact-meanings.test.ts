/** Codes of Microsoft that share a cause: where their meaning differs, so does the sentence that is shown. */
import { explain, loadWords, say } from '../../src/engine';
import { codes } from '../../src/knowledge/generated/rules';
import { saidBy } from './said-by';

const MICROSOFT = ['exchange-online', 'exchange-server', 'outlook-com'];

test('codes that share a cause have one sentence for each meaning', async () => {
  const words = await loadWords('en');
  const meanings = new Map<string, Map<string, string>>();
  for (const { provider, rows } of codes.filter((file) => MICROSOFT.includes(file.provider)))
    for (const { code } of rows) {
      const [one] = (await explain(saidBy(provider, code))).recipients;
      if (!one?.variant) continue;
      const ofCause = meanings.get(one.cause) ?? new Map<string, string>();
      ofCause.set(one.variant, say(words, one.advice.sentence));
      meanings.set(one.cause, ofCause);
    }
  const shared = [...meanings.values()].filter(({ size }) => size > 1);
  for (const sentences of shared) expect(new Set(sentences.values()).size).toBe(sentences.size);
  expect(shared.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThanOrEqual(40);
});
