/** The engine: bytes or text in, Explanation out. No DOM, no Office, no network, no clock. */
export type * from '../knowledge/records';
export { ENROLMENTS, linksFor, RESEND_HELP, siteOf, type LinkUrl } from './advise/links';
export { directionOf, withoutIsolates } from './advise/direction';
export type { Guide, GuideAbout, GuideTask, Message, MessageAbout } from './advise/help';
export { listOf } from './advise/lists';
export { showLine } from './advise/show';
export { mailLink } from './advise/mail-link';
export { moment, type MomentOptions } from './advise/moment';
export { languageTags, loadWords, say, type WordPart } from './advise/words';
export type { Context } from './context';
export { looksLikeBounce, mailboxSearch } from './detect/bounce-heads';
export { explain } from './explain';
export type * from './explanation';
export { InputError, type Input, type InputErrorCode, type MessageParts } from './input';
export { splitMbox } from './mail/mbox';

/** Guides and messages: large, and of use only to who has a bounce before him. */
export const loadHelp = () => import(/* webpackChunkName: "help" */ './advise/help');
export type Help = Awaited<ReturnType<typeof loadHelp>>;
