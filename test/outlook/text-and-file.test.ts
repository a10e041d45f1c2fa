import { chosenFileDoor, MAX_FILE_BYTES } from '../../src/outlook/chosen-file';
import { MAX_PASTED_CHARACTERS, pastedTextDoor } from '../../src/outlook/pasted-text';

const file = (fields: Partial<File>) => ({ name: 'a.eml', size: 3, ...fields }) as File;
const bytes = async () => new Uint8Array([1, 2, 3]).buffer;

it('hands on pasted text, each with an id of its own, as announced', async () => {
  const announced = pastedTextDoor.peek('550');
  const first = await pastedTextDoor.open('550 5.1.1');
  const second = await pastedTextDoor.open('550 5.1.1');
  expect(first).toEqual({ ...announced, input: '550 5.1.1' });
  expect(second.id).not.toBe(first.id);
});

it('refuses a text that would freeze the pane', async () => {
  await expect(pastedTextDoor.open('x'.repeat(MAX_PASTED_CHARACTERS + 1))).rejects.toMatchObject({
    code: 'too-large',
  });
});

it('reads a file to its bytes', async () => {
  const chosen = file({ arrayBuffer: bytes });
  const announced = chosenFileDoor.peek(chosen);
  expect(await chosenFileDoor.open(chosen)).toEqual({ ...announced, input: new Uint8Array([1, 2, 3]) });
  expect(announced).toMatchObject({ door: 'chosen-file', name: 'a.eml', receivedAt: null });
});

it.each([
  ['empty-file', { size: 0, arrayBuffer: bytes }],
  ['too-large', { size: MAX_FILE_BYTES + 1, arrayBuffer: bytes }],
  ['unreadable-file', { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }],
])('says %s', async (code, fields) => {
  await expect(chosenFileDoor.open(file(fields))).rejects.toMatchObject({
    code,
    detail: expect.stringContaining('a.eml'),
  });
});
