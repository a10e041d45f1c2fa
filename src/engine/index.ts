/** The engine: bytes or text in, Explanation out. No DOM, no Office, no network, no clock. */
import type { Context } from './context';
import type { Explanation } from './explanation';
import type { Input } from './input';

export type * from '../knowledge/records';
export {
  DEFAULT_PLATFORM_URL,
  ENROLMENTS,
  linksFor,
  linksOf,
  RESEND_HELP,
  siteOf,
  type LinkTemplates,
  type LinkUrl,
} from './advise/links';
export { directionOf, withoutIsolates } from './advise/direction';
export { escapeHtml } from './advise/escape-html';
export type { Guide, GuideAbout, GuideTask, Message, MessageAbout } from './advise/help';
export { listOf } from './advise/lists';
export { recipientsLeftOut } from './advise/recipients-left-out';
export { sizesOfAll } from './advise/sizes';
export { showBlock, showDomain, showInSentence, showLine } from './advise/show';
export { mailLink } from './advise/mail-link';
export { moment, type MomentOptions } from './advise/moment';
export { isWarned, warningSteps } from './advise/warning';
export { addressesOf, saidOfAll } from './advise/said-of-all';
export { asTold, languageTags, loadWords, say, type WordPart } from './advise/words';
export type { Context } from './context';
export type * from './explanation';
export { CONFIRM_STEP } from './explanation';
export { InputError, type Input, type InputErrorCode, type MessageParts } from './input';
export { splitMbox } from './mail/mbox';

async function importExplain() {
  const loaded = await import(/* webpackChunkName: "explain" */ './explain');
  await loaded.prepare();
  return loaded;
}
let reading: Awaited<ReturnType<typeof importExplain>> | null = null;

/** Loads what reads mails, ahead of the first of them: the pane can be drawn while it comes. */
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

/** Which domains are nobody's own: with the list of all endings, so only where one is to be kept. */
export const loadSharedDomain = () => import(/* webpackChunkName: "shared-domain" */ './trust/shared-domain');
export type { SharedDomain } from './trust/shared-domain';

/** Guides and messages are loaded on demand: they are large, and only needed once a bounce is shown. */
export const loadHelp = () => import(/* webpackChunkName: "help" */ './advise/help');
export type Help = Awaited<ReturnType<typeof loadHelp>>;
