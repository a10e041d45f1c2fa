import { typedQuestionDoor, MAX_QUESTION_CHARACTERS } from '../../src/outlook/typed-question';

test('a question is its own name', async () => {
  const [source] = await typedQuestionDoor.open(' 5.7.134 ');
  expect(source).toMatchObject({ door: 'typed-question', name: '5.7.134' });
  expect(await source?.read()).toBe(' 5.7.134 ');
});

test('each question is another', async () => {
  const [[one], [two]] = [await typedQuestionDoor.open('550'), await typedQuestionDoor.open('550')];
  expect(one?.id).not.toBe(two?.id);
});

test('more than a line is refused', async () => {
  await expect(typedQuestionDoor.open('x'.repeat(MAX_QUESTION_CHARACTERS + 1))).rejects.toMatchObject({
    code: 'too-large',
  });
});
