/** Words and marks that the style of English does not have, planted into its texts. */
import type { Edit } from './run-checks';

const words = 'causes/mailbox-full/en.json';
const engine = 'words/en/engine.json';

/** As in planted-faults.ts. */
export const plantedStyle: [string, Edit[], string][] = [
  [
    'British spelling',
    [{ file: words, path: ['resend'], value: 'Ask your organisation.' }],
    'resend: "organisation" is British spelling. Write: organiz…',
  ],
  [
    'a mail that is counted',
    [{ file: words, path: ['resend'], value: 'Ask a mail admin about a mail.' }],
    'resend: "a mail" is not English',
  ],
  [
    'words for a code that speak of a bounce',
    [{ file: words, path: ['sentence'], value: 'For {address}, this bounce names no reason.' }],
    'sentence: "this bounce" may speak of a code',
  ],
  [
    'a straight apostrophe',
    [{ file: engine, path: ['who', 'nobody'], value: "Nobody's" }],
    'who.nobody: has the straight apostrophe. Write ’.',
  ],
  [
    'quotation marks of another language',
    [{ file: engine, path: ['who', 'nobody'], value: '„Nobody“' }],
    'who.nobody: has the mark „. Quote with “…”.',
  ],
  [
    'a space before a comma',
    [{ file: engine, path: ['who', 'nobody'], value: 'Nobody , so far' }],
    'who.nobody: has a space before ",". Take the space out.',
  ],
  [
    'a row of a style without its reason',
    [{ file: 'style/en.json', path: ['avoid', 0, 'reason'] }],
    'avoid[0].reason: is missing. Write { "text"',
  ],
];
