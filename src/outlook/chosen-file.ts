/** The door for a file that the admin chooses: a saved mail (.eml, .msg) or a text. */
import { type Door, DoorProblem, type Source } from './door';

/**
 * Exchange Online carries mails of 35 MB unless its owner changed that, so a bounce is not larger;
 * beyond it the browser would hold several copies of the file in memory.
 */
export const MAX_FILE_BYTES = 35 * 1024 * 1024;

let chosen = 0;
const head = (file: File, id: number) =>
  ({ door: 'chosen-file', id: `file-${id}`, name: file.name, receivedAt: null }) as const;

export const chosenFileDoor: Door<File> = {
  id: 'chosen-file',
  peek: (file) => head(file, chosen + 1),
  async open(file): Promise<Source> {
    chosen++;
    const own = head(file, chosen);
    if (file.size === 0) throw new DoorProblem('empty-file', `${file.name} has 0 bytes`);
    if (file.size > MAX_FILE_BYTES) throw new DoorProblem('too-large', `${file.name} has ${file.size} bytes`);
    try {
      return { ...own, input: new Uint8Array(await file.arrayBuffer()) };
    } catch (error) {
      // Moved or deleted since it was chosen, or kept in a cloud that does not answer.
      throw new DoorProblem('unreadable-file', `${file.name}: ${String(error)}`);
    }
  },
};
