/** An mbox file → the mails in it. */

/**
 * Splits at `From ` lines that follow an empty line and are followed by a header field:
 *
 *     From MAILER-DAEMON Mon Nov 23 09:00:00 2026
 *     Return-Path: <>
 *
 * @returns the mails' bytes, without their `From ` lines; one element where there is no such line
 */
export function splitMbox(bytes: Uint8Array): Uint8Array[] {
  const starts: number[] = [];
  const isFrom = (at: number) =>
    bytes[at] === 0x46 &&
    bytes[at + 1] === 0x72 &&
    bytes[at + 2] === 0x6f &&
    bytes[at + 3] === 0x6d &&
    bytes[at + 4] === 0x20;
  let at = 0;
  let afterEmpty = true;
  while (at < bytes.length) {
    const found = bytes.indexOf(0x0a, at);
    const end = found < 0 ? bytes.length : found;
    if (afterEmpty && isFrom(at) && startsField(bytes, end + 1)) starts.push(at);
    afterEmpty = end === at || (end === at + 1 && bytes[at] === 0x0d);
    at = end + 1;
  }
  if (starts.length === 0) return [bytes];
  return starts.map((start, index) => {
    const lineEnd = bytes.indexOf(0x0a, start);
    return bytes.subarray(lineEnd + 1, starts[index + 1] ?? bytes.length);
  });
}

function startsField(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < Math.min(at + 78, bytes.length); i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x3a) return i > at;
    if (byte <= 0x20 || byte >= 0x7f) return false;
  }
  return false;
}
