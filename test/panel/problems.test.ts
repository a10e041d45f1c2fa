import { InputError, type InputErrorCode } from '../../src/engine/input';
import { say } from '../../src/engine/advise/words';
import { DoorProblem, type DoorProblemCode } from '../../src/outlook/door';
import { problemOf } from '../../src/panel/problems';
import { english } from './fixtures';

const doorCodes: DoorProblemCode[] = [
  'no-item',
  'no-answer',
  'refused',
  'too-large',
  'empty-file',
  'not-supported',
  'unreadable-file',
  'other-message',
  'no-mail-inside',
  'too-many-mails',
  'broken-zip',
  'locked-zip',
  'zip-bomb',
  'zip-in-zip',
  'path-outside-zip',
];
const inputCodes: InputErrorCode[] = ['empty', 'binary', 'broken-msg'];

it.each([
  ...doorCodes.map((code) => new DoorProblem(code, 'detail')),
  ...inputCodes.map((code) => new InputError(code, 'detail')),
  new Error('a name of a file'),
  'a name of a file',
])('has words for %s', async (error) => {
  const { text, detail } = problemOf(error);
  expect(detail).not.toContain('file');
  expect(say(await english(), text)).not.toBe(text.key);
});
