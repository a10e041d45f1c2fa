import { causes, languages, links } from '../../src/knowledge';
import { runChecks } from './run-checks';

const { stale, withGerman, germanFaults, asItIs, causeIds } = runChecks([]);

test('the generated files are fresh', () => {
  expect(stale).toEqual([]);
});

test('the index holds every cause, in the order of CauseId', () => {
  expect(causes.map(({ id }) => id)).toEqual(causeIds);
  expect(causeIds.length).toBeGreaterThanOrEqual(29);
});

test('English is loaded on demand and words every cause', async () => {
  const english = await languages.en!.answers();
  for (const { id, steps } of causes)
    for (const step of steps.filter(({ platform }) => !platform))
      expect(english.causes[id]?.steps[step.id]).toEqual(expect.any(String));
});

test('links of the platform are below its own address', () => {
  for (const { url } of links) expect(url).toMatch(/^(https:\/\/|\{platformUrl\})/);
});

describe('a second language', () => {
  test('gets a file and a place in the index', () => {
    expect(withGerman['index.ts']).toMatch(
      /de: \{\s+start: async \(\) =>\s+\(await import\([^)]*'\.\/languages\/de'\)\)\.default/,
    );
    expect(withGerman['languages/de.ts']).toContain("from '../words/de/engine.json'");
    expect(withGerman['languages/de.answers.ts']).toContain("from '../causes/mailbox-full/de.json'");
    expect(withGerman['languages/de.answers.ts']).toContain("from '../words/de/help.json'");
    expect(withGerman['languages/de.command.ts']).toContain("from '../words/de/cli.json'");
  });

  test('is held to the same checks', () => {
    expect(germanFaults).toEqual(asItIs);
  });
});
