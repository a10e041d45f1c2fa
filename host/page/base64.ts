/** Bytes as base64, in steps: one call with millions of arguments overflows the stack. */
export function toBase64(bytes: Uint8Array): string {
  const step = 0x8000;
  let letters = '';
  for (let at = 0; at < bytes.length; at += step) {
    letters += String.fromCharCode(...bytes.subarray(at, at + step));
  }
  return btoa(letters);
}
