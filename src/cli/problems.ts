/** What could not be read, in words. */
import type { LeftOut } from '../campaign/streams/piece';
import { say, type Words } from '../engine';
import type { FileProblem } from '../campaign/reading/open-file';
import { plain } from './report';

/** A file's name may hold a line end, and forge a line of ours with it. */
export function problemText(problem: FileProblem | (LeftOut & { file: string }), words: Words): string {
  if ('leftOut' in problem) {
    const { file, leftOut, count, place } = problem;
    const values = { file: plain(file), count: String(count), line: String(place) };
    return say(words, { key: `campaign.leftOut.${leftOut}`, values });
  }
  const values = Object.fromEntries(
    Object.entries(problem.values).map(([name, value]) => [name, plain(value)]),
  );
  return say(words, { key: `cli.error.${problem.key}`, values });
}
