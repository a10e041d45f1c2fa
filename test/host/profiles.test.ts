import { isPosition, movedSwitches, switchNames } from '../../host/protocol/client-switches';
import { lackedBy, profileOf, profiles } from '../../host/protocol/profiles';

test('what a client lacks follows from its highest Mailbox set, and from what is said besides', () => {
  expect(lackedBy(profileOf('web'))).toEqual([]);
  expect(lackedBy(profileOf('classic-windows'))).toEqual(['DragAndDropEvent']);
  expect(lackedBy(profileOf('ltsc-2021'))).toEqual([
    'SelectedItemsChanged',
    'getAsFileAsync',
    'officeTheme',
    'DragAndDropEvent',
  ]);
  expect(lackedBy(profileOf('on-premises'))).toContain('getAttachmentContentAsync');
});

test.each(profiles)('$id: every fact names its source', (profile) => {
  const facts = [...Object.values(profile), ...Object.values(profile.switches)].filter(
    (fact: unknown): fact is { source: string } =>
      typeof fact === 'object' && fact !== null && 'evidence' in fact,
  );
  expect(facts).toHaveLength(8 + switchNames.length);
  for (const { source } of facts) expect(source.length).toBeGreaterThan(10);
});

test('an address moves the switches that it names, to positions that there are', () => {
  const params = new URLSearchParams('ndr=dialog&itemChanged=sometimes&staleCalls=silent&theme=dark');
  expect(movedSwitches(params)).toEqual({ ndr: 'dialog', staleCalls: 'silent' });
  expect(isPosition('ndr', 'fires')).toBe(false);
});
