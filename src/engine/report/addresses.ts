/** Addresses in what a report says. */

/** `local@domain`, the domain with a dot or in brackets; surrounding marks and quotes of any language are left outside. */
export const ADDRESS =
  /[^\s<>()[\]{}"',;:|\\*`«»‹›‘’‚“”„「」『』（）＜＞：；，、。]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62}[\p{L}\p{N}])?){0,10}|\[[0-9a-fA-F:.]{3,45}\])/u;
const ALL_ADDRESSES = new RegExp(ADDRESS.source, 'gu');

/**
 * Cleans an address field: `rfc822; user@example.com`, `<user@example.com>`, `utf-8;…`, `"user"@example.com`.
 * @returns lower case address, or null where the field holds none
 */
export function cleanAddress(field: string): string | null {
  const quoted = /<?("(?:[^"\\]|\\.){1,128}"@[^\s<>"]{1,255}?)>?\s*$/.exec(field.slice(0, 1000))?.[1];
  if (quoted) return quoted.toLowerCase();
  let value = field.slice(0, 1000).trim();
  const type = /^(?:rfc822|utf-8|smtp|x-local-user|local|dns|unknown)\s*;\s*/i.exec(value);
  if (type) value = value.slice(type[0].length);
  value = withoutEnd(value.replace(/^[<"'\s]+/, '')).replace(/^(?:mailto|smtp|rfc822):/i, '');
  if (value === '' || value.length > 320 || /\s/.test(value)) {
    const inside = ADDRESS.exec(field.slice(0, 1000))?.[0];
    return inside ? inside.toLowerCase() : null;
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
  // Without an @ there is none: the costly search runs only around one.
  const match = line.includes('@') ? ADDRESS.exec(line) : null;
  return match ? trimAddress(match[0]) : null;
}

/** All addresses of a text, lower case, in order, each once; a text may be long. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  // Without an @ there is none: the costly search runs only around one.
  for (const line of text.split('\n')) {
    if (!line.includes('@')) continue;
    for (const [address] of line.slice(0, 2000).matchAll(ALL_ADDRESSES)) found.add(trimAddress(address));
  }
  return [...found];
}

/** Words of languages that write without spaces: `给user@example.com`, `user@example.com에`. */
const JOINED_BEFORE = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]+(?=[a-z0-9][^@]*@[ -~]+)/iu;
const JOINED_BEHIND = /(\.[a-z]{2,24})[^ -~]+$/i;

export const trimAddress = (address: string) =>
  address
    .slice(0, 400)
    // `=?utf-8?B?…?=@example.com`: an encoded word keeps its marks.
    .replace(/^(?!=\?)[.=&/!?-]+|[.!?/-]+$/g, '')
    .replace(JOINED_BEHIND, '$1')
    .replace(JOINED_BEFORE, '')
    .toLowerCase();
