/** Addresses in what a report says. */

/** `local@domain`, the domain with a dot or in brackets; surrounding marks and quotes of any language are left outside. */
const ADDRESS =
  /[^\s<>()[\]{}",;:|\\*`«»‹›‘’‚“”„「」『』（）＜＞：；，、。]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}])?){0,10}|\[[0-9a-fA-F:.]{3,45}\])/uy;
/** What no local part holds: the first class of the pattern. */
const BREAK = /[\s<>()[\]{}"',;:|\\*`«»‹›‘’‚“”„「」『』（）＜＞：；，、。]/;
/** `o'neil@example.com`: between letters an apostrophe is none of the marks around; `b'user@example.com'` is Python's. */
const isBreak = (text: string, at: number) => {
  const sign = text[at] ?? '';
  if (sign !== "'") return BREAK.test(sign);
  const before = text.slice(Math.max(0, at - 2), at);
  return (
    !/[A-Za-z]$/.test(before) || !/[A-Za-z]/.test(text[at + 1] ?? '') || /^(?:|[^\w.])[bur]$/i.test(before)
  );
};
/** `...@example.com` in a shortened address of a server: marks alone name nobody. */
const NOBODY_AT = /^[.=&/!?-]*@[^@]*$/;
const MAX_LOCAL = 64;
const BEGINS_DOMAIN = /[A-Za-z0-9[\u0080-\uffff]/;

export interface FoundAddress {
  /** As it stands there; `trimAddress` makes an address of it. */
  text: string;
  start: number;
  end: number;
}

/**
 * The first address of a text at or behind a place. It is looked for around each `@`: a search that begins
 * anew at every character takes twenty times as long.
 */
export function findAddress(text: string, from = 0): FoundAddress | null {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    // A run of them begins no domain, and would be gone over once for each.
    if (!BEGINS_DOMAIN.test(text.charAt(at + 1))) continue;
    let start = at;
    while (start > from && at - start < MAX_LOCAL && !isBreak(text, start - 1)) start--;
    ADDRESS.lastIndex = start;
    const found = ADDRESS.exec(text)?.[0];
    if (found !== undefined && !NOBODY_AT.test(found))
      return { text: found, start, end: start + found.length };
  }
  return null;
}

/**
 * Cleans an address field: `rfc822; user@example.com`, `<user@example.com>`, `utf-8;…`, `"user"@example.com`.
 * @returns lower case address, or null where the field holds none
 */
export function cleanAddress(folded: string): string | null {
  // Where a field was folded inside an address, a blank is left there.
  const field = folded.slice(0, 1000).replace(/\s{1,8}@/, '@');
  const quoted = /<?("(?:[^"\\]|\\.){1,128}"@[^\s<>"]{1,255}?)>?\s*$/.exec(field)?.[1];
  if (quoted) return quoted.toLowerCase();
  let value = field.trim();
  const type = /^(?:rfc822|utf-8|smtp|x-local-user|local|dns|unknown)\s*;\s*/i.exec(value);
  if (type) value = value.slice(type[0].length);
  value = withoutEnd(value.replace(/^[<"'\s]+/, '')).replace(/^(?:mailto|smtp|rfc822):/i, '');
  if (value === '' || value.length > 320 || /\s|[\][()].*@/.test(value)) {
    return findAddress(field)?.text.toLowerCase() ?? null;
  }
  return value.replace(/^<|>$/g, '').toLowerCase();
}

/** By hand: a pattern that ends in `$` begins anew at each of the marks. */
function withoutEnd(value: string): string {
  let end = value.length;
  while (end > 0 && /[>"'\s.,;:]/.test(value[end - 1] ?? '')) end--;
  return value.slice(0, end);
}

/** The first address on a line; null where there is none. */
export function firstAddress(line: string): string | null {
  const found = findAddress(line);
  return found && trimAddress(found.text);
}

/** All addresses of a text, lower case, in order, each once; a text may be long. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, 2000);
    for (let one = findAddress(line); one; one = findAddress(line, one.end)) found.add(trimAddress(one.text));
  }
  return [...found];
}

/** Words of languages that write without spaces: `给user@example.com`, `user@example.com에`. */
const JOINED_BEFORE = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+(?=[a-z0-9][^@]*@[ -~]+)/iu;
const JOINED_BEHIND = /(\.[a-z]{2,24})[^ -~]+$/i;

/** A word that ran on behind the domain. */
const RAN_ON = /(@[^@]{1,255}\.[a-z]{2,24})[A-Z][a-z]{1,30}$/;

/** An address may hold `=`, and logs write `to=user@example.com`. */
export const KEY =
  /^(?:to|from|id|rcpts?|recipients?|email|user|orig_to|sender|ctladdr|smtp|f|dda:smtp)=(?=[^=@])/i;

export const trimAddress = (address: string) =>
  address
    .slice(0, 400)
    // `=?utf-8?B?…?=@example.com`: an encoded word keeps its marks.
    .replace(/^(?!=\?)[.=&/!?-]+|[.!?/-]+$/g, '')
    .replace(KEY, '')
    // A preview lost its line ends: `user@example.comYour message`.
    .replace(RAN_ON, '$1')
    .replace(JOINED_BEHIND, '$1')
    .replace(JOINED_BEFORE, '')
    .toLowerCase();
