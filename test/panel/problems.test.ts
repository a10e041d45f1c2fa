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
];
const inputCodes: InputErrorCode[] = ['empty', 'binary', 'broken-msg'];

it.each([
  ...doorCodes.map((code) => new DoorProblem(code, 'detail')),
  ...inputCodes.map((code) => new InputError(code, 'detail')),
  new Error('detail'),
  'detail',
])('has words for %s', async (error) => {
  const { text, detail } = problemOf(error);
  expect(detail).toBe('detail');
  expect(say(await english(), text)).not.toBe(text.key);
});
