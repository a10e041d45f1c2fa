import { cause, planted as plantedFaults, sound } from './planted-faults';
import { plantedSentences } from './planted-sentences';
import { plantedStyle } from './planted-style';
import { plantedVariants } from './planted-variants';
import { runChecks, type Edit } from './run-checks';

const planted = [...plantedFaults, ...plantedSentences, ...plantedStyle, ...plantedVariants];
const several: Edit[] = planted
  .filter(([, [edit]]) => edit!.file === cause && typeof edit!.path[1] === 'number')
  .flatMap(([, edits]) => edits);

const { asItIs, answers } = runChecks([
  ...planted.map(([, edits]) => edits),
  ...sound.map(([, edits]) => edits),
  several,
]);

test('the knowledge as it is has no fault', () => {
  expect(asItIs).toEqual([]);
});

test.each(planted.map(([name, , message], at) => ({ name, message, at })))(
  'finds $name',
  ({ message, at }) => {
    expect(answers[at]).toContainEqual(expect.stringContaining(message));
  },
);

test.each(sound.map(([name], at) => ({ name, at })))('accepts $name', ({ at }) => {
  expect(answers[planted.length + at]).toEqual(asItIs);
});

test('one fault does not hide another', () => {
  const lines = answers.at(-1)!;
  expect(several.length).toBeGreaterThan(4);
  for (const part of [
    '"boss" is not one of',
    'YYYY-MM-DD',
    'is there twice',
    '"nowhere"',
    'is not an https address',
  ])
    expect(lines).toContainEqual(expect.stringContaining(part));
});

test('every line names its file, what is wrong and how to mend it', () => {
  for (const line of answers.flat()) expect(line).toMatch(/^src\/knowledge\/\S+\.json: .+\. .+[.…]$/);
});
