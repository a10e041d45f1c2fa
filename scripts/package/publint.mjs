/** What publint says of a package: faults that users of another Node, or of TypeScript, would meet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint as lint } from 'publint';
import { formatMessage } from 'publint/utils';

/** @returns one line a complaint */
export async function publint(folder) {
  const { messages } = await lint({ pkgDir: folder, strict: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return messages.map((message) => formatMessage(message, manifest) ?? message.code);
}
