/** The first look at a mail: is there anything in it that speaks of bounces? */
import type { Message } from '../mail/message';
import { wordsIn, type Role, type Word } from '../phrases/vocabulary';
import { answerIn, type Observations } from './observe';

/** Roles of words that bounces are made of, and imitations of bounces. */
const TELLING: ReadonlySet<Role> = new Set([
  'failure-phrase',
  'delay-phrase',
  'challenge-phrase',
  'machine-phrase',
  'exchange-token',
  'status-field',
  'lure',
]);

/** A forwarded bounce may have no others of those; in a sentence any mail has them: `your parcel is delayed`. */
const TELLING_BEHIND_LABEL: ReadonlySet<Role> = new Set(['failure-subject', 'delay-subject']);

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
  !wordsIn(message.preview).some((word) => isTelling(word, message.preview));

const isTelling = ({ value, start }: Word, text: string): boolean =>
  TELLING.has(value) || (TELLING_BEHIND_LABEL.has(value) && isBehindLabel(text, start));

/** `Subject: AW: Undeliverable`, `<b>Objet :</b> Retard` */
const isBehindLabel = (text: string, start: number): boolean =>
  /[:：]/.test(
    text
      .slice(Math.max(0, start - MAX_MARKUP), start)
      .replace(/<[^<>]*>/g, '')
      .slice(-MAX_BEHIND_LABEL),
  );

/** Characters of a subject in front of the words, its label among them. */
const MAX_BEHIND_LABEL = 200;
/** The same, markup and all. */
const MAX_MARKUP = 2000;
