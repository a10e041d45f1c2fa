/** The first look at a mail: is there anything in it that speaks of bounces? */
import type { Message } from '../mail/message';
import { wordsIn, type Role } from '../phrases/vocabulary';
import { answerIn, type Observations } from './observe';

/** Roles of words that bounces are made of, and imitations of bounces. */
const TELLING: ReadonlySet<Role> = new Set([
  'failure-subject',
  'delay-subject',
  'failure-phrase',
  'delay-phrase',
  'challenge-phrase',
  'machine-phrase',
  'exchange-token',
  'status-field',
  'lure',
]);

/** What ordinary mail has, too. */
const COMMON: ReadonlySet<string> = new Set([
  'list-fields',
  'list-post',
  'unmanned-sender',
  'headers-missing',
]);

/** Asked of a mail's header block and the beginning of its texts, so that ordinary mail is read no further. */
export const isOrdinary = (message: Message, seen: Observations): boolean =>
  message.form === 'mail' &&
  message.attached.length === 0 &&
  seen.signals().every(({ id }) => COMMON.has(id)) &&
  !/^\s*[{[]/.test(message.preview) &&
  answerIn(message.preview) === null &&
  !seen.lureInSubject &&
  !wordsIn(message.preview).some(({ value }) => TELLING.has(value));
