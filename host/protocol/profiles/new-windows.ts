import { guessed, type Profile } from './profile';
import { web } from './web';

/** The web's code in a window: every fact is the web's, where it is not said otherwise. */
export const newWindows: Profile = {
  ...web,
  id: 'new-windows',
  label: 'New Outlook on Windows',
  hostName: 'newOutlookWindows',
  clipboardApi: guessed(false, 'the same code as on the web'),
};
