/**
 * A server at the door refuses mail of anybody, spam above all. Where the admin said which addresses the training is
 * sent from, refusals of others are no bounces of it:
 *
 *     NOQUEUE: reject: RCPT from unknown[203.0.113.7]: 550 5.1.1 <user@example.com>: …; from=<a@bad.example> to=<…>   Postfix
 *     H=(x) [203.0.113.7] F=<a@bad.example> rejected RCPT <user@example.com>: Unknown user                            Exim
 */
import type { Context } from '../../engine';
import { oursOf } from '../../engine/trust/ours';
import type { Piece } from '../streams/piece';

const BY_POSTFIX = /\b(?:milter-)?reject: [A-Z]/;
const SENDER_OF_POSTFIX = /; from=<([^<>\s]{0,320})> /;
const BY_EXIM = /\bF=<([^<>\s]{0,320})> [^<>]{0,400}\brejected (?:RCPT|after) /;

/** @returns is the record a refusal of mail that none of ours sent? */
export function othersMail({ sendingAddresses = [], ...context }: Context): (piece: Piece) => boolean {
  const ours = oursOf({ sendingAddresses, ...context });
  return ({ form, input }) => {
    if (sendingAddresses.length === 0 || form !== 'log' || typeof input !== 'string') return false;
    const sender = senderOf(input);
    return sender !== null && !ours.isAddress(sender);
  };
}

/** Of mail that was refused at the door; empty for a bounce. */
function senderOf(line: string): string | null {
  const at = line.search(BY_POSTFIX);
  const found = at < 0 ? BY_EXIM.exec(line) : SENDER_OF_POSTFIX.exec(line.slice(at));
  return found?.[1]?.toLowerCase() ?? null;
}
