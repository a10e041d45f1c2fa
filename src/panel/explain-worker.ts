/** Explains one input after the other in a thread of its own, so that the pane answers whatever happens here. */
import { explain, loadOnDemand } from '../engine/explain';
// Asked for with what reads a mail, not after it.
import '../engine/explain-message';
import { InputError } from '../engine/input';
import type { Answered, Asked } from './explain-threads';

interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answered): void;
}

/** By then the answer has been drawn. */
const SOON_MS = 500;
let isPrepared = false;

/** Short and our own: a mail that takes long to read must not be read again while the next one waits. */
const SAMPLE = '550 5.1.1 <a@example.com>: User unknown';

/**
 * After a bounce there will be another, perhaps as a page or in another language. What that needs is loaded, and
 * SAMPLE is explained: the tables for all phrases are made now, and not while the next mail is waited for.
 */
function prepareNext(): void {
  if (isPrepared) return;
  isPrepared = true;
  const prepare = () => loadOnDemand().then(() => explain(SAMPLE));
  // What does not come is asked for again by the mail that needs it.
  setTimeout(() => void prepare().catch(() => undefined), SOON_MS);
}

const scope = globalThis as unknown as Scope;
scope.onmessage = ({ data: { input, context } }) => {
  explain(input, context).then(
    (explanation) => {
      scope.postMessage({ explanation });
      if (explanation.kind !== 'not-a-report') prepareNext();
    },
    (error: unknown) =>
      scope.postMessage({
        code: error instanceof InputError ? error.code : null,
        message: error instanceof Error ? error.message : String(error),
      }),
  );
};
