/** Gaps of the table of sentences, planted. */
import type { Edit } from './run-checks';

/** What is broken → the edits that break it → a part of the line that must be printed. */
export const plantedSentences: [string, Edit[], string][] = [
  [
    'a gap in the sentences that nobody lists',
    [{ file: 'sentences.json', path: ['emptyCells', 'rule', 'languages'], value: ['bg', 'et', 'lt'] }],
    'has no words in lv. Write them, or list the gap',
  ],
  [
    'a gap without its reason',
    [{ file: 'sentences.json', path: ['emptyCells', 'rule', 'reason'], value: '' }],
    'Say why there are no words',
  ],
  [
    'a gap beside the sentences that nobody lists',
    [{ file: 'sentences.json', path: ['emptyBeside', 'returnedMarkers', 'languages'], value: ['th'] }],
    'detection.json has none in sk. Write them there, or list the gap',
  ],
];
