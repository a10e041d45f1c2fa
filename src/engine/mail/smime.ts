/**
 * Signed and encrypted mails (S/MIME, RFC 8551). A signed one can be read, although nobody checks its
 * signature here. Its content is a mail without the outer header block:
 *
 *     Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m
 *
 *     SEQUENCE                              <- ContentInfo (RFC 5652, 3)
 *       OBJECT IDENTIFIER signedData           or envelopedData, which is encrypted
 *       [0] SEQUENCE                        <- SignedData (RFC 5652, 5.1)
 *         INTEGER, SET
 *         SEQUENCE                          <- the content and its type
 *           OBJECT IDENTIFIER data
 *           [0] OCTET STRING                   Content-Type: text/plain …
 */
import { latin1 } from './charset';
import { parseHeaderBlock } from './headers';
import type { Part } from './message';

type NamedPart = Pick<Part, 'mediaType' | 'filename'>;

/** A part whose words only its reader's key opens: PGP (RFC 3156), and Microsoft's rights management. */
export const isLocked = ({ mediaType, filename }: NamedPart) =>
  /^application\/(?:pgp-encrypted|x-microsoft-rpmsg-message)$/.test(mediaType) ||
  /\.rpmsg$/i.test(filename ?? '');

/** `application/pkcs7-mime`, or a file of any type that ends in `.p7m`. */
export const isSmime = ({ mediaType, filename }: NamedPart) =>
  /^application\/(?:x-)?pkcs7-mime$/.test(mediaType) || /\.p7m$/i.test(filename ?? '');

/** The mail's header block, with the line end of its last field. */
export function headerBlock(raw: string): string {
  const block = raw.slice(0, parseHeaderBlock(raw, 0, true).end).trimEnd();
  return block === '' ? '' : `${block}\n`;
}

/** @returns the entity with more fields behind its own, which are the ones that count */
export function withFields(entity: string, fields: string): string {
  const { end } = parseHeaderBlock(entity, 0, true);
  return `${headerBlock(entity)}${fields}\n${entity.slice(end)}`;
}

/** Tags of ASN.1 (X.690). */
const SEQUENCE = 0x30;
const OBJECT_IDENTIFIER = 0x06;
const OCTET_STRING = 0x04;
/** An octet string in pieces. */
const OCTET_STRINGS = 0x24;
/** `[0]` */
const CONTENT = 0xa0;
/** 1.2.840.113549.1.7.2 */
const SIGNED_DATA = '\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02';

/**
 * The content of a signed mail: fields, an empty line, a body.
 * @param bytes of the `smime.p7m` file
 * @returns null where it is encrypted, or cannot be read
 */
export function signedEntity(bytes: Uint8Array): Uint8Array | null {
  const type = within(bytes, SEQUENCE, OBJECT_IDENTIFIER);
  if (!type || latin1(type) !== SIGNED_DATA) return null;
  const content = within(bytes, SEQUENCE, CONTENT, SEQUENCE, SEQUENCE, CONTENT);
  if (!content) return null;
  const pieces = within(content, OCTET_STRINGS);
  return pieces ? joined(pieces) : within(content, OCTET_STRING);
}

/** Goes down into the first element of each tag. */
const within = (bytes: Uint8Array, ...tags: number[]): Uint8Array | null =>
  tags.reduce<Uint8Array | null>((inside, tag) => inside && first(inside, tag), bytes);

function first(bytes: Uint8Array, tag: number): Uint8Array | null {
  for (const element of elementsIn(bytes)) if (element.tag === tag) return element.content;
  return null;
}

function joined(pieces: Uint8Array): Uint8Array {
  const whole = new Uint8Array(pieces.length);
  let length = 0;
  for (const { tag, content } of elementsIn(pieces)) {
    if (tag !== OCTET_STRING) continue;
    whole.set(content, length);
    length += content.length;
  }
  return whole.subarray(0, length);
}

/** An element's content may be cut off by the end of the file: then it is as long as it can be. */
function* elementsIn(bytes: Uint8Array): Generator<{ tag: number; content: Uint8Array }> {
  for (let at = 0; at < bytes.length;) {
    const { tag, start, end, next } = elementAt(bytes, at, 0);
    if (tag === 0) return;
    yield { tag, content: bytes.subarray(start, end) };
    at = next;
  }
}

/** Elements of open length inside one another; a signed mail has six. */
const MAX_DEPTH = 30;

/** Where an element's content starts and ends, and where the next element begins. */
function elementAt(bytes: Uint8Array, at: number, depth: number) {
  const tag = bytes[at] ?? 0;
  const first = bytes[at + 1] ?? 0;
  const start = at + 2;
  if (first < 0x80) return { tag, start, end: start + first, next: start + first };
  if (first > 0x80) {
    // 0x82 0x01 0x00: the length stands in the two bytes behind, here 256.
    const digits = bytes.subarray(start, start + (first & 0x7f));
    const length = digits.reduce((value, digit) => value * 256 + digit, 0);
    const end = start + digits.length + length;
    return { tag, start: start + digits.length, end, next: end };
  }
  // Of open length: two zeros end it.
  let end = start;
  while (depth < MAX_DEPTH && end < bytes.length && (bytes[end] !== 0 || bytes[end + 1] !== 0))
    end = elementAt(bytes, end, depth + 1).next;
  return { tag, start, end, next: end + 2 };
}
