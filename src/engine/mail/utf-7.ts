/** UTF-7 (RFC 2152), which browsers have dropped: `Gr+APwA3w-e` is `Grüße`. */

const NAMES = new Set([
  'utf-7',
  'utf7',
  'unicode-1-1-utf-7',
  'csunicode11utf7',
  'x-unicode-2-0-utf-7',
  'cp65000',
]);

/** @param name lower case */
export const isUtf7 = (name: string): boolean => NAMES.has(name);

/** @param raw one character a byte; what is no UTF-7 stays as it stands */
export const decodeUtf7 = (raw: string): string =>
  raw.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, letters: string) =>
    letters === '' ? (whole === '+-' ? '+' : whole) : (units(letters) ?? whole),
  );

/** UTF-16 in the letters of Base64, without padding; null where it is cut in the middle of a character. */
function units(letters: string): string | null {
  if (letters.length % 4 === 1) return null;
  const bytes = atob(letters);
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  return text;
}
