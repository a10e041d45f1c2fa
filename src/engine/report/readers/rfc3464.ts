/**
 * RFC 3464 (and RFC 6533) delivery status:
 *
 *     Reporting-MTA: dns; mx.example.com
 *                                                  <- an empty line ends the fields of the message
 *     Final-Recipient: rfc822; user@example.com
 *     Action: failed
 *     Status: 5.1.1
 *     Remote-MTA: dns; mail.example.com
 *     Diagnostic-Code: smtp; 550 5.1.1 No such user
 *
 * Exchange writes `X-Supplementary-Info: <mx.example.com #5.1.10 smtp;550 5.1.10 …>` in place of Diagnostic-Code;
 * Amazon WorkMail and others put the fields into the readable text.
 */
import type { Action } from '../../explanation';
import type { Headers } from '../../mail/headers';
import { cleanAddress } from '../addresses';
import { isUnspecific, readCodes, readQuotedCodes, readStatus, type Codes } from '../../answer/codes';
import { recordOf, type DeliveryRecord } from '../../record/record';
import type { Reader } from '../reader';
import { hostOf } from '../hosts';

const ACTIONS: ReadonlySet<string> = new Set<Action>([
  'failed',
  'delayed',
  'delivered',
  'relayed',
  'expanded',
]);

export const rfc3464: Reader = {
  id: 'rfc3464',
  naming: 'field',
  read: ({ statusBlocks }) => statusBlocks.map(readBlock).filter((found) => found !== null),
};

function readBlock(block: Headers): DeliveryRecord | null {
  const field =
    block.get('final-recipient') ?? block.get('original-recipient') ?? block.get('x-actual-recipient');
  // Fields pasted without the recipient still say what happened.
  if (field === null && (block.get('action') === null || block.get('diagnostic-code') === null)) return null;
  const action =
    block
      .get('action')
      ?.trim()
      .toLowerCase()
      .split(/[\s(;]/)[0] ?? null;
  const diagnostic = readDiagnostic(block);
  const stated = readStatus(block.get('status') ?? '');
  // "Retries used up" is the relay's own status; the last answer that it got says why.
  const codes = (isExpired(stated) ? readQuotedCodes(diagnostic ?? '') : null) ?? readCodes(diagnostic ?? '');
  return recordOf({
    address: addressOf(block),
    action: action !== null && ACTIONS.has(action) ? (action as Action) : null,
    replyCode: codes.replyCode,
    status: betterStatus(stated, codes, action === 'delayed'),
    diagnostic,
    remoteMta: hostOf(block.get('remote-mta')),
  });
}

/** The Status field, unless the server's own answer holds both codes: the field only fills in. */
function betterStatus(
  stated: string | null,
  { replyCode, status }: Codes,
  isDelayed: boolean,
): string | null {
  if (status === null) return stated;
  // A pair is the answer's own; the field beside it is the relay's guess.
  // Of a mail that waits, the field says which attempt this is.
  const isPair = replyCode !== null && !isUnspecific(status) && status[0] === stated?.[0];
  const contradicts =
    stated?.startsWith('4') && replyCode?.startsWith('5') && status.startsWith('5') && !isDelayed;
  return isUnspecific(stated) || isExpired(stated) || isPair || contradicts ? status : stated;
}

const isExpired = (status: string | null) => /^[45]\.4\.7$/.test(status ?? '');

/** The address that was mailed (Original-Recipient), else the final one, unless it is no address (a number, a path, a host's own name for the user). */
function addressOf(block: Headers): string | null {
  const values: string[] = [];
  // The admin knows the address that was mailed, not what a server made of it.
  for (const name of ['original-recipient', 'final-recipient', 'x-actual-recipient']) {
    const address = cleanAddress(block.get(name) ?? '');
    // `@relay.example.com:user@host` is a path; the recipient beside it is an address.
    if (address?.includes('@') && !isPath(address)) return address;
    if (address) values.push(address);
  }
  return values.find((address) => address.includes('@')) ?? values[0] ?? null;
}

function isPath(address: string): boolean {
  const colon = address.indexOf(':');
  return /^[@/]/.test(address) || (colon >= 0 && colon < address.lastIndexOf('@'));
}

function readDiagnostic(block: Headers): string | null {
  const values = block
    .all('diagnostic-code')
    .concat(block.all('x-exim-diagnostic'))
    // The exit status of a program is no answer: `x-unix; 255`.
    .filter((value) => !/^\s*x-unix\s*;\s*\d{1,3}\s*$/i.test(value))
    .map((value) => value.replace(/^\s*(?:x-)?[a-z0-9-]{1,20}\s*;\s*/i, '').trim());
  const said = values.filter((value) => value !== '').join(' ');
  if (said !== '') return said;
  const info = block.get('x-supplementary-info')?.trim() ?? '';
  // `<host #5.1.10 smtp;550 5.1.10 …>`: the answer stands behind the type.
  const type = info.search(/smtp;/i);
  const answer =
    type < 0
      ? info
      : info
          .slice(type + 5)
          .replace(/>$/, '')
          .trim();
  return answer === '' ? null : answer;
}
