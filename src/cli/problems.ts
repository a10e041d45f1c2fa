/** What could not be read, in words. */
import { sentenceOf, type Unread } from '../campaign/reading/unread';
import { say, type Words } from '../engine';
import { plain } from './report';

/** A file's name may hold a line end, and forge a line of ours with it. */
export function problemText(unread: Unread, words: Words): string {
  const { key, values } = sentenceOf(unread);
  const plainly = Object.entries(values).map(([name, value]) => [name, plain(value)]);
  return say(words, { key, values: Object.fromEntries(plainly) as Record<string, string> });
}
