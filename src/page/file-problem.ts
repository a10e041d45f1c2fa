import type { FileProblem } from '../campaign/reading/open-file';

/** What a browser says of a file or a folder that it may not read: moved, or in a cloud that does not answer. */
export const problemOf = (file: string, error: unknown): FileProblem => ({
  key: error instanceof DOMException && error.name === 'NotFoundError' ? 'not-found' : 'unreadable',
  values: { file, detail: error instanceof Error ? error.name : typeof error },
});
