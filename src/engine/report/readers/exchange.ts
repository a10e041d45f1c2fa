/**
 * Exchange, Microsoft 365 and Gmail, as text or page, in any language: the frame is translated, what the
 * servers said is not.
 *
 *     Ihre Nachricht an user@example.com konnte nicht zugestellt werden.      the address in a sentence
 *     …
 *     Diagnoseinformationen für Administratoren:
 *     Generierender Server: mx.example.com
 *     user@example.com                                                        or alone on its line
 *     Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'
 *     Le serveur distant a renvoyé « 550 5.1.1 not found »                    in quotes of any kind
 *     #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
 *     mx.example.com #<mx.example.com #5.7.1 smtp;550 5.7.1 refused> #SMTP#
 *     Gemeldeter Fehler:  550 5.1.10 not found                                page, copied
 *
 *     Ihre Nachricht wurde nicht an user@example.com zugestellt, weil …       Gmail
 *     Antwort:
 *     550 5.1.1 The email account that you tried to reach does not exist.
 */
import detection from '../../../knowledge/detection.json';
import { lazy } from '../../mail/lazy';
import { recipientIn } from '../../roles/whose-address';
import { findAddress, firstAddress } from '../addresses';
import { readCodes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import { alternatives } from '../../words/whole-words';
import type { Reader } from '../reader';

/** What the servers said: behind a hash, an opening quote, a label, or at the start of a line. */
const FRAMED = new RegExp(
  `(?:#\\s?(?:<[^>#]{1,255}#)?|(?:${alternatives(detection.exchangeBeforeCode)})\\s{1,3}|['"‘’‚“”„«»‹›「『]\\s?|^[^:：@\\d]{2,60}[:：]\\s{0,6}|^\\s{0,8})` +
    '([245]\\d\\d[ -]#?[245]\\.\\d{1,3}\\.\\d{1,3}\\b.*)',
);
const QUOTED = /['"‘’‚“”„«»‹›「『]\s?[245]\d\d[ -]#?[245]\./;
/** `<mx.example.com #5.1.1 smtp;550 5.1.1 User unknown>` */
const WRAPPED = /<[^\s<>#]{0,255} #[245]\.\d{1,3}\.\d{1,3} smtp;\s?/i;
const STATUS = /[245]\.\d{1,3}\.\d/;
/** Tokens that Exchange alone writes, whatever its language. */
const TOKEN = new RegExp(
  '\\b(?:RESOLVER|STOREDRV|SMTPSEND|ROUTING|QUEUE|TRANSPORT|APPROVAL|UnifiedGroupAgent)[.;]|MSEXCH:|#SMTP#|' +
    `${alternatives(detection.exchangeSentences)}|\\.prod\\.(?:outlook|exchangelabs)\\.com`,
  'i',
);
/** `Generierender Server: mx.example.com` */
const SERVER_LABEL = /^[^:：@]{2,60}[:：]\s{0,6}[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}\s*$/i;
const LABEL = /^[^@\d<>]{2,60}[:：]\s*$/;
/** Lines between an answer and what belongs to it above. */
const NEAR = 8;
const CODES_ONLY = /^[245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}\W*$/;

export const exchange: Reader = {
  id: 'exchange',
  naming: 'words',
  read({ lines }) {
    // Without a status there is no answer that this reader knows.
    if (!lines.some((line) => STATUS.test(line))) return [];
    const isExchange = lazy(() => lines.some((line) => TOKEN.test(line)));
    const found: { one: DeliveryRecord; weight: number }[] = [];
    // In a sentence an address counts until one stands alone.
    let address: string | null = null;
    let isAlone = false;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (line.length > 4000) continue;
      const said = answerIn(line);
      if (said && (isExchange() || isBelowFrame(lines, i))) {
        const whole = [said, ...rest(lines, i, said)].join(' ');
        const diagnostic = trimFrame(whole, QUOTED.test(line));
        const one = recordOf({ address: address ?? recipientIn(said), diagnostic, ...readCodes(whole) });
        found.push({ one, weight: weightOf(said, whole) });
      } else if (line.includes('@')) {
        const standsAlone = isAddressLine(line);
        if (!standsAlone && isAlone) continue;
        isAlone = standsAlone;
        if (isAlone || address === null) address = recipientIn(line) ?? address;
      }
    }
    return found.sort((a, b) => b.weight - a.weight).map(({ one }) => one);
  },
};

/** The line with Exchange's own token says more than any other, and any more than "Status code: 550 5.1.1". */
const weightOf = (said: string, whole: string) => (TOKEN.test(whole) ? 2 : CODES_ONLY.test(said) ? 0 : 1);

function answerIn(line: string): string | null {
  if (!STATUS.test(line)) return null;
  return wrappedIn(line) ?? FRAMED.exec(line)?.[1] ?? null;
}

function wrappedIn(line: string): string | null {
  const start = WRAPPED.exec(line);
  if (start === null) return null;
  const from = start.index + start[0].length;
  const end = line.indexOf('>', from + 1);
  return end < 0 ? null : line.slice(from, end);
}

/**
 * Where no token names Exchange: below a label that ends in a colon, the address above it, or
 * below an address alone and the name of the server.
 */
function isBelowFrame(lines: string[], at: number): boolean {
  const above = lines
    .slice(Math.max(0, at - NEAR), at)
    .filter((line) => line.trim() !== '')
    .reverse();
  const [next = ''] = above;
  if (LABEL.test(next)) return above.slice(1, 4).some((line) => firstAddress(line) !== null);
  return isAddressLine(next) && above.some((line) => SERVER_LABEL.test(line));
}

/** An answer that the text form has wrapped goes on until an empty line or a closing frame. */
function rest(lines: string[], at: number, said: string): string[] {
  const more: string[] = [];
  const goesOn = /^[245]\d\d-/.test(said) ? said.slice(0, 3) : null;
  if (/(?:'|##|#SMTP#)$/.test(lines[at]?.trimEnd() ?? '')) return more;
  for (let i = at + 1; i < Math.min(at + NEAR, lines.length); i++) {
    const line = lines[i]?.slice(0, 4000).trim() ?? '';
    if (line === '' || isAddressLine(line) || LABEL.test(line) || SERVER_LABEL.test(line)) break;
    if (answerIn(line) && !(goesOn && line.startsWith(goesOn))) break;
    more.push(goesOn ? line.replace(/^[245]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,3}\s)?/, '') : line);
    if (/(?:'|##|#SMTP#)$/.test(line)) break;
  }
  return more;
}

/** Languages that put the verb last go on behind the quote: `'550 5.1.1 not found' döndürdü`. */
const trimFrame = (said: string, isQuoted: boolean) =>
  (isQuoted ? said.replace(/['"‘’“”«»‹›」』](?![a-z0-9])[^\d\n]{0,40}$/i, '') : said)
    .trimEnd()
    .replace(/(?:#SMTP#|##|#|['"‘’“”«»‹›」』])$/, '')
    .trim();

/** The address alone, or with a name or a link beside it. */
function isAddressLine(line: string): boolean {
  const address = line.length < 700 ? findAddress(line) : null;
  return (
    address !== null &&
    line
      .trim()
      .replaceAll(address.text, '')
      .replace(/mailto:|[<>()[\]\s'":;,.]/g, '').length < 40
  );
}
