/** The engine's way in where what it explains by is not loaded with the program. */
import type { Context } from './context';
import type { Explanation } from './explanation';
import type { Input } from './input';

const importExplain = () => import(/* webpackChunkName: "explain" */ './explain');
let reading: Awaited<ReturnType<typeof importExplain>> | null = null;

/** Loads what reads mails, ahead of the first of them. */
export async function prepareExplain(): Promise<void> {
  reading ??= await importExplain();
}

/** Asks for what bounces are explained with beside what reads mails, not after it. */
export async function prepareDiagnosis(): Promise<void> {
  await Promise.all([prepareExplain(), import(/* webpackChunkName: "diagnosis" */ './explain-message')]);
}

/** Explains one message: see `explain.ts`. What it needs is loaded with the first call. */
export async function explain(input: Input, context?: Context): Promise<Explanation> {
  reading ??= await importExplain();
  return reading.explain(input, context);
}
