/** The accessibility report claims nothing without evidence: each row names files that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'docs/accessibility/openacr.yaml'), 'utf8');
interface Criterion {
  num: string;
  components: { name: string; adherence: { level: string; notes: string } }[];
}
interface Report {
  product: { version: string };
  chapters: Record<string, { criteria?: Criterion[] }>;
}
const report = parse(text, { schema: 'failsafe' }) as Report;

/** WCAG 2.2, without 4.1.1, which it took out. */
const LEVEL_A =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2';
const LEVEL_AA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3';

test.each([
  ['success_criteria_level_a', LEVEL_A],
  ['success_criteria_level_aa', LEVEL_AA],
])('%s has a row for each criterion', (chapter, wanted) => {
  expect(report.chapters[chapter]?.criteria?.map(({ num }) => num).join(' ')).toBe(wanted);
});

const rows = Object.values(report.chapters).flatMap(({ criteria }) => criteria ?? []);

test.each(rows.map((row) => [row.num, row] as const))('%s says what it rests on', (_num, { components }) => {
  expect(components).toHaveLength(1);
  const { level, notes } = components[0]!.adherence;
  expect(['supports', 'partially-supports', 'does-not-support', 'not-applicable']).toContain(level);
  const evidence = /Evidence: (.*)\.$/.exec(notes)?.[1]?.split(', ') ?? [];
  if (level !== 'not-applicable') expect(evidence.length).toBeGreaterThan(0);
  expect(evidence.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  // What only axe has looked at is not supported for certain.
  if (/by axe|only;|not tried/.test(notes)) expect(level).toBe('partially-supports');
});

test('it is of this version', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(report.product.version).toBe(version);
});

test('ACCESSIBILITY.md counts its rows', () => {
  const page = readFileSync(join(root, 'ACCESSIBILITY.md'), 'utf8');
  const levels = rows.map(({ components }) => components[0]?.adherence.level.replace('-', ' '));
  for (const level of new Set(levels)) {
    const count = levels.filter((one) => one === level).length;
    expect(page).toMatch(new RegExp(`\\| ${level} +\\| ${String(count)} +\\|`));
  }
});
