/** The door for a question: a code or one line, typed to learn what it means. */
import { type Door, DoorProblem, type Source } from './door';

/** A line; whoever has more pastes it. */
export const MAX_ASKED_CHARACTERS = 2_000;

let asked = 0;
const head = (text: string, id: number) =>
  ({ door: 'asked-line', id: `asked-${id}`, name: text.trim(), receivedAt: null }) as const;

export const askedLineDoor: Door<string> = {
  id: 'asked-line',
  peek: (text) => head(text, asked + 1),
  async open(text): Promise<Source> {
    if (text.length > MAX_ASKED_CHARACTERS) {
      throw new DoorProblem('too-large', `${text.length} characters were typed`);
    }
    asked++;
    return { ...head(text, asked), input: text };
  },
};
