/** Explains one input after the other in a thread of its own, so that the pane answers whatever happens here. */
import { explain } from '../engine/explain';
// Asked for with what reads a mail, not after it.
import '../engine/explain-message';
import { InputError } from '../engine/input';
import type { Answered, Asked } from './explain-threads';

interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(answer: Answered): void;
}

const scope = globalThis as unknown as Scope;
scope.onmessage = ({ data: { input, context } }) => {
  explain(input, context).then(
    (explanation) => scope.postMessage({ explanation }),
    (error: unknown) =>
      scope.postMessage({
        code: error instanceof InputError ? error.code : null,
        message: error instanceof Error ? error.message : String(error),
      }),
  );
};
