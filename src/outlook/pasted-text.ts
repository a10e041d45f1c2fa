/** The door for text that the admin pastes: a bounce's body, log lines, or just a code. */
import { type Door, DoorProblem, type Source } from './door';

/** A log of a whole campaign fits; more is surely not what was meant to be pasted, and would freeze the pane. */
export const MAX_PASTED_CHARACTERS = 5_000_000;

let pasted = 0;
const head = (id: number) =>
  ({ door: 'pasted-text', id: `pasted-${id}`, name: null, receivedAt: null }) as const;

export const pastedTextDoor: Door<string> = {
  id: 'pasted-text',
  peek: () => head(pasted + 1),
  async open(text): Promise<Source> {
    if (text.length > MAX_PASTED_CHARACTERS) {
      throw new DoorProblem('too-large', `${text.length} characters were pasted`);
    }
    pasted++;
    return { ...head(pasted), input: text };
  },
};
