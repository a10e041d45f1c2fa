/** The engine: bytes or text in, Explanation out. No DOM, no Office, no network, no clock. */
import type { Explanation } from './explanation';

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
export { explain, prepareDiagnosis, prepareExplain } from './explain-when-needed';
export { splitMbox } from './mail/mbox';

/** Which domains are nobody's own: with the list of all endings, so only where one is to be kept. */
export const loadSharedDomain = () => import(/* webpackChunkName: "shared-domain" */ './trust/shared-domain');
export type { SharedDomain } from './trust/shared-domain';

const importHelp = () => import(/* webpackChunkName: "help" */ './advise/help');

/**
 * Guides and messages are loaded on demand: they are large, and only needed once a bounce is shown.
 *
 * @param shown what is shown, once it is known: its gateway may have a guide
 */
export async function loadHelp(shown?: Pick<Explanation, 'recipients'>): ReturnType<typeof importHelp> {
  const help = await importHelp();
  if (shown) await help.loadGateways(shown.recipients);
  return help;
}
export type Help = Awaited<ReturnType<typeof loadHelp>>;
