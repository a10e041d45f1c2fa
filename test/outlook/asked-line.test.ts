import { askedLineDoor, MAX_ASKED_CHARACTERS } from '../../src/outlook/asked-line';

test('a question is its own name', async () => {
  expect(askedLineDoor.peek(' 5.7.134 ')).toMatchObject({ door: 'asked-line', name: '5.7.134' });
  expect(await askedLineDoor.open(' 5.7.134 ')).toMatchObject({ name: '5.7.134', input: ' 5.7.134 ' });
});

test('each question is another', async () => {
  const [one, two] = [await askedLineDoor.open('550'), await askedLineDoor.open('550')];
  expect(one.id).not.toBe(two.id);
});

test('more than a line is refused', async () => {
  await expect(askedLineDoor.open('x'.repeat(MAX_ASKED_CHARACTERS + 1))).rejects.toMatchObject({
    code: 'too-large',
  });
});
