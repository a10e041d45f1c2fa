/** Opens the file format below a .msg file: a compound file (MS-CFB), as old Word and Excel files are. */
import { Reader } from '@kenjiuno/msgreader/lib/Reader';
import { InputError } from '../input';
import { checkCompoundFile } from './compound-file';
import { MAX_MSG_BYTES } from './limits';
import { HEADER_SIZE, orBroken, Properties } from './msg-properties';

/**
 * @returns the properties of the file's message
 * @throws InputError `broken-msg`, `msg-too-large`, or `binary` where another program wrote the file
 */
export function openMsgFile(bytes: Uint8Array): Properties {
  if (bytes.length > MAX_MSG_BYTES)
    throw new InputError('msg-too-large', `the .msg file has ${bytes.length} bytes`);
  checkCompoundFile(bytes);
  const { root, names } = orBroken('the file', () => {
    const reader = new Reader(bytes.slice().buffer);
    reader.parse();
    const folder = reader.rootFolder();
    return {
      root: folder,
      names: [...folder.fileNameSets(), ...folder.subFolders()].map(({ name }) => name),
    };
  });
  if (!names.some((name) => name.startsWith('__substg1.0_'))) {
    const isForeign = names.length > 0 && !names.some((name) => name.startsWith('__'));
    throw new InputError(isForeign ? 'binary' : 'broken-msg', 'the file holds no message');
  }
  return new Properties(root, HEADER_SIZE.message, bytes.length);
}
