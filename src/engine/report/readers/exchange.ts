/**
 * Exchange and Microsoft 365, as text or HTML, in any language: the frame is translated, what the servers
 * said is not.
 *
 *     Your message to user@example.com couldn't be delivered.
 *     …
 *     Diagnostic information for administrators:
 *     Generating server: mx.example.com
 *     user@example.com
 *     Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'
 *     #550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##
 *     mx.example.com #<mx.example.com #5.7.1 smtp;550 5.7.1 refused> #SMTP#
 */
import { ADDRESS, trimAddress } from '../addresses';
import { readCodes } from '../codes';
import { finding, type Finding, type Reader } from '../finding';

/** What the servers said, framed as Exchange frames it in every language. */
const FRAMED =
  /(?:#\s?(?:<[^>#]{1,255}#)?|returned\s{1,3}['"‘’“«]?|(?:error|status code)\s?:\s{1,6}|['"‘’“«]\s?|^\s{0,8})([245]\d\d[ -]#?[245]\.\d{1,3}\.\d{1,3}\b.*)$/;
const WRAPPED = /<([^\s<>#]{1,255}) #([245]\.\d{1,3}\.\d{1,3}) smtp;\s?(.+?)>/i;
/** Tokens that Exchange alone writes, whatever its language. */
const TOKEN =
  /\b(?:RESOLVER|STOREDRV|SMTPSEND|ROUTING|QUEUE|TRANSPORT|APPROVAL|UnifiedGroupAgent)[.;]|MSEXCH:|Generating server:|#SMTP#|Remote Server (?:at |returned)|\.prod\.(?:outlook|exchangelabs)\.com/i;

export const exchange: Reader = {
  id: 'exchange',
  read({ lines }) {
    if (!lines.some((line) => TOKEN.test(line))) return [];
    const found: Finding[] = [];
    let address: string | null = null;
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (line.length > 4000) continue;
      const said = answerIn(line);
      if (said) {
        const whole = [said, ...rest(lines, i)].join(' ');
        found.push(
          finding({ address: address ?? addressOn(said), diagnostic: trimFrame(whole), ...readCodes(whole) }),
        );
      } else if (isAddressLine(line)) address = addressOn(line);
    }
    // The line with Exchange's own token says more than "Status code: …" and its explanation above it.
    return found.sort(
      (a, b) => Number(TOKEN.test(b.diagnostic ?? '')) - Number(TOKEN.test(a.diagnostic ?? '')),
    );
  },
};

function answerIn(line: string): string | null {
  const wrapped = WRAPPED.exec(line);
  return wrapped?.[3] ?? FRAMED.exec(line)?.[1] ?? null;
}

/** An answer that the text form has wrapped goes on until an empty line or a closing frame. */
function rest(lines: string[], at: number): string[] {
  const more: string[] = [];
  if (/(?:'|##|#SMTP#)\s*$/.test(lines[at] ?? '')) return more;
  for (let i = at + 1; i < Math.min(at + 8, lines.length); i++) {
    const line = lines[i]?.trim() ?? '';
    if (line === '' || isAddressLine(line) || answerIn(line) || /^[\p{L} ]{3,60}:\s*$/u.test(line)) break;
    more.push(line);
    if (/(?:'|##|#SMTP#)$/.test(line)) break;
  }
  return more;
}

const trimFrame = (said: string) => said.replace(/\s*(?:#SMTP#|##|#|['"’”»])\s*$/, '').trim();

/** The address alone, or with a name or a link beside it. */
function isAddressLine(line: string): boolean {
  const address = line.includes('@') && line.length < 700 ? ADDRESS.exec(line) : null;
  return (
    address !== null &&
    line
      .trim()
      .replaceAll(address[0], '')
      .replace(/mailto:|[<>()[\]\s'":;,.]/g, '').length < 40
  );
}

function addressOn(line: string): string | null {
  const match = line.includes('@') ? ADDRESS.exec(line) : null;
  return match ? trimAddress(match[0]) : null;
}
