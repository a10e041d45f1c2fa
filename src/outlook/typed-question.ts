/** The door for a question: a code or one line, typed to learn what it means. */
import { type Door, DoorProblem, newSourceId } from './door';

/** A line; whoever has more pastes it. */
export const MAX_QUESTION_CHARACTERS = 2_000;

export const typedQuestionDoor: Door<string> = {
  id: 'typed-question',
  obstacle: () => null,
  async open(text) {
    if (text.length > MAX_QUESTION_CHARACTERS) {
      throw new DoorProblem('too-large', `${text.length} characters were typed`);
    }
    const id = newSourceId('typed-question');
    const name = text.trim();
    return [{ door: 'typed-question', id, name, receivedAt: null, addresses: [], read: async () => text }];
  },
};
