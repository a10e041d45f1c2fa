/** The door for what the admin pastes: a bounce's text, a copied page, log lines, or just a code. */
import { type Door, DoorProblem, newSourceId } from './door';

/** A log of a whole campaign fits; more is surely not what was meant to be pasted, and would freeze the pane. */
export const MAX_PASTED_CHARACTERS = 5_000_000;

export const pastedTextDoor: Door<string> = {
  id: 'pasted-text',
  obstacle: () => null,
  async open(text) {
    if (text.length > MAX_PASTED_CHARACTERS) {
      throw new DoorProblem('too-large', `${text.length} characters were pasted`);
    }
    const id = newSourceId('pasted-text');
    return [{ door: 'pasted-text', id, name: null, receivedAt: null, addresses: [], read: async () => text }];
  },
};
