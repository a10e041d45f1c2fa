/** The door for files that the admin chooses or pastes: saved mails, texts, mailbox files, archives of them. */
import type { Door } from './door';
import { sourcesOfFiles } from './mail-files';

/** What the file picker offers; a file with another ending can still be dropped. */
export const FILE_ENDINGS = '.eml,.msg,.mbox,.txt,.log,.csv,.json,.zip';

export const chosenFilesDoor: Door<readonly File[]> = {
  id: 'chosen-files',
  obstacle: () => null,
  open: (files) => sourcesOfFiles(files, 'chosen-files'),
};
