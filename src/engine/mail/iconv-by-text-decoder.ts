/**
 * Takes the place of iconv-lite for the .msg reader (209 kB of tables): TextDecoder knows the same
 * charsets. Only what that reader calls.
 */
export function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** We never write .msg files, so there is nothing to encode but UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
