/** Which inputs are read in a thread of their own. */
import { explain, type Context, type Explanation, type Input } from '../engine';

/** Reading a longer input would freeze the pane noticeably. */
const READ_APART_FROM_BYTES = 1024 * 1024;
/** Outlook's files begin so; a library reads them. */
const isMsg = (bytes: Uint8Array) => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

/** The same as `explain`; Outlook's files and long ones are read apart. Opening a usual mail waits for no thread. */
export async function explainApart(input: Input, context: Context = {}): Promise<Explanation> {
  const isApart =
    input instanceof Uint8Array &&
    (isMsg(input) || input.length > READ_APART_FROM_BYTES) &&
    typeof Worker === 'function';
  if (!isApart) {
    // A task of its own: what was drawn before it is seen, and a click is not kept waiting twice as long.
    await new Promise<void>((resolve) => setTimeout(resolve));
    return explain(input, context);
  }
  const { explainInWorker } = await import(/* webpackChunkName: "apart" */ './explain-in-worker');
  return explainInWorker(input, context);
}
