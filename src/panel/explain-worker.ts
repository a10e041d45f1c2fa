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

/**
 * After a bounce there will be another, perhaps as a page or in another language. What that needs is loaded, and the
 * first one is read once more: the tables for all phrases are made now, and not while the next one is waited for.
 */
function prepareNext({ input, context }: Asked): void {
  if (isPrepared) return;
  isPrepared = true;
  const prepare = () => loadOnDemand().then(() => explain(input, context));
  // What does not come is asked for again by the mail that needs it.
  setTimeout(() => void prepare().catch(() => undefined), SOON_MS);
}

const scope = globalThis as unknown as Scope;
scope.onmessage = ({ data: asked }) => {
  explain(asked.input, asked.context).then(
    (explanation) => {
      scope.postMessage({ explanation });
      if (explanation.kind !== 'not-a-report') prepareNext(asked);
    },
    (error: unknown) =>
      scope.postMessage({
        code: error instanceof InputError ? error.code : null,
        message: error instanceof Error ? error.message : String(error),
      }),
  );
};
