/**
 * The Outlook clients that the stand-in can play: a file each, where every fact says how well it is known.
 * The same browser runs the pane, whatever the client is called.
 */
import { android } from './android';
import { classicWindows } from './classic-windows';
import { ios } from './ios';
import { ltsc2021 } from './ltsc-2021';
import { mac } from './mac';
import { newWindows } from './new-windows';
import { onPremises } from './on-premises';
import type { Profile } from './profile';
import { web } from './web';

export { lackedBy } from './lacked';
export type { Profile, ProfileId, RowDrag } from './profile';

/** Every profile, the default one first. */
export const profiles: readonly Profile[] = [
  web,
  newWindows,
  classicWindows,
  mac,
  ios,
  android,
  ltsc2021,
  onPremises,
];

/** The profile of this id; Outlook on the web for an unknown one. */
export function profileOf(id: string | null): Profile {
  return profiles.find((profile) => profile.id === id) ?? web;
}
