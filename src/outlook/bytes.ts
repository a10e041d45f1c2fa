/** Base64 to bytes; null where the text is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  // A plain loop: this runs over tens of megabytes.
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** An attached mail comes as base64 from some clients and as plain text from others. */
export function mailBytes(content: string): Uint8Array {
  // A header has a colon, base64 never has one.
  const bytes = content.includes(':') ? null : fromBase64(content);
  return bytes ?? new TextEncoder().encode(content);
}
