import { MAX_PASTED_CHARACTERS, pastedTextDoor } from '../../src/outlook/pasted-text';

it('hands on pasted text, each with an id of its own', async () => {
  const [first] = await pastedTextDoor.open('550 5.1.1');
  const [second] = await pastedTextDoor.open('550 5.1.1');
  expect(await first?.read()).toBe('550 5.1.1');
  expect(second?.id).not.toBe(first?.id);
});

it('refuses a text that would freeze the pane', async () => {
  await expect(pastedTextDoor.open('x'.repeat(MAX_PASTED_CHARACTERS + 1))).rejects.toMatchObject({
    code: 'too-large',
  });
});
