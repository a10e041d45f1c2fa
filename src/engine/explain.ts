/**
 * input → Explanation. Ordinary mail is answered here; the code for everything else is loaded with the first message
 * that needs it.
 */
import type { Context } from './context';
import { observeHeaders } from './detect/observe';
import { isOrdinary } from './detect/ordinary';
import type { Explanation, Signal } from './explanation';
import type { Input } from './input';
import { treesOnDemand } from './mail/html-tree';
import type { Message } from './mail/message';
import { readMessage } from './mail/read';
import { foreignOnDemand } from './phrases/foreign';
import { isoDate } from './report/dates';

const importRest = () => import(/* webpackChunkName: "diagnosis" */ './explain-message');
let rest: Awaited<ReturnType<typeof importRest>> | null = null;

/** None of them is missing but in the pane. */
const onDemand = [treesOnDemand, foreignOnDemand];

/**
 * Explains one message: what kind it is, who did not get the mail, why, and what to do.
 *
 * @param input bytes of an .eml, .msg or text file; pasted text; or a mail in pieces
 * @param context what is known outside the message; equal input and context give equal answers
 * @throws InputError where the input holds no text; never for what a message says
 * @example
 * const { recipients } = await explain('550 5.1.1 <user@example.com>: User unknown');
 * recipients[0]?.cause; // 'recipient-unknown'
 */
export async function explain(input: Input, context: Context = {}): Promise<Explanation> {
  for (;;) {
    const missing = onDemand.filter((part) => !part.isThere());
    const answer = await explainOnce(input, context);
    const wanted = missing.filter((part) => part.isWanted());
    if (wanted.length === 0) return answer;
    await Promise.all(wanted.map((part) => part.load()));
  }
}

/** Loads all that some message might need, ahead of it. */
export async function loadOnDemand(): Promise<void> {
  await Promise.all(onDemand.filter((part) => !part.isThere()).map((part) => part.load()));
}

async function explainOnce(input: Input, context: Context): Promise<Explanation> {
  const read = readMessage(input);
  const message = read instanceof Promise ? await read : read;
  const seen = observeHeaders(message);
  if (isOrdinary(message, seen)) return ordinary(message, seen.signals());
  rest ??= await importRest();
  return rest.explainMessage(message, seen, context);
}

/** Of mail that has nothing to do with bounces. */
const ordinary = ({ headers, warnings }: Message, detection: Signal[]): Explanation => ({
  kind: 'not-a-report',
  detection,
  trust: { verdict: 'unverified', signals: [] },
  reportingMta: null,
  subject: headers.decoded('subject'),
  date: isoDate(headers.get('date')),
  original: { messageId: null, subject: null, from: null, to: null, date: null },
  sendingServer: null,
  readerSystem: null,
  recipients: [],
  warnings,
});
