import { causes, languages, links } from '../../src/knowledge/generated';
import { runChecks } from './run-checks';

const { stale, withLanguages, causeIds } = runChecks([]);

test('the generated files are fresh', () => {
  expect(stale).toEqual([]);
});

test('the index holds every cause, in the order of CauseId', () => {
  expect(causes.map(({ id }) => id)).toEqual(causeIds);
  expect(causeIds.length).toBeGreaterThanOrEqual(29);
});

test('English is loaded on demand, cause by cause, and words every one', async () => {
  const english = await languages.en!.answers();
  for (const { id, steps } of causes) {
    const words = await english.causes[id]!();
    for (const step of steps.filter(({ platform }) => !platform))
      expect(words.steps[step.id]).toEqual(expect.any(String));
  }
});

test('links of the platform are below its own address', () => {
  const known = links.flatMap(({ url }) => url ?? []);
  expect(known.length).toBeGreaterThan(10);
  for (const url of known) expect(url).toMatch(/^(https:\/\/|\{platformUrl\})/);
});

test('a second language gets files of its own and a place in the index, and nothing else changes', () => {
  expect(withLanguages['start.ts']).toMatch(
    /de: \{\s+start: async \(\) =>\s+\(await import\(\/\* webpackChunkName: "words-de" \*\/ '\.\/languages\/de'\)\)\.default/,
  );
  expect(withLanguages['languages/de.ts']).toContain("from '../../words/de/engine.json'");
  expect(withLanguages['languages/de.answers.ts']).toContain("'../../causes/mailbox-full/de.json'");
  expect(withLanguages['languages/de.answers.ts']).toContain("from '../../words/de/help.json'");
  expect(withLanguages['languages/de.command.ts']).toContain("from '../../words/de/cli.json'");
  expect(withLanguages['languages/de.answers.ts']).not.toMatch(/\/(en|ar)[/.]/);
  expect(withLanguages['rules.ts']).not.toContain('/de');
});
