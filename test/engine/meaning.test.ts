import { meaningOf } from '../../src/engine/meaning';
import { causes, variants } from '../../src/knowledge/generated';

const cause = (id: string) => causes.find((one) => one.id === id)!;

test('a cause by itself means what its own record says', () => {
  const plain = meaningOf('recipient-restricted', null);
  expect(plain.steps).toEqual(cause('recipient-restricted').steps);
  expect(plain.key).toBe('causes.recipient-restricted');
});

test('a variant changes what it names, and nothing else', () => {
  const group = meaningOf('recipient-restricted', 'group-inside-only');
  expect(group.steps.map(({ id }) => id).slice(0, 3)).toEqual(['enrol-members', 'permit-sender', 'B5']);
  expect(group.steps[1]?.how).toEqual(['permit-to-group']);
  expect(group.removeAddress).toBe('yes');
  expect(group.resend).toBe(cause('recipient-restricted').resend);
  expect(group.key).toBe('causes.recipient-restricted.variants.group-inside-only');
});

test('a variant that the cause does not have is as good as none', () =>
  expect(meaningOf('mailbox-full', 'group-inside-only')).toEqual(meaningOf('mailbox-full', null)));

test('every step that a variant names is there', () => {
  for (const [id, rows] of Object.entries(variants))
    for (const row of rows)
      if (row.steps)
        expect(meaningOf(cause(id).id, row.id).steps.map((step) => step.id)).toEqual(
          expect.arrayContaining(row.steps.map((step) => (typeof step === 'string' ? step : step.id))),
        );
});

test('a handling step of the cause that a variant leaves out is told for where it bounces again', () => {
  const { steps } = meaningOf('recipient-restricted', 'moderator-refused');
  expect(steps.find(({ id }) => id === 'B1')?.when).toBe('again');
});

test('where somebody else acts than the cause says, its other handling steps mend another side', () => {
  const { steps } = meaningOf('recipient-restricted', 'group-inside-only');
  expect(steps.map(({ id }) => id)).not.toContain('B1');
});
