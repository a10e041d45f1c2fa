import type { Input } from '../engine/input';

/** A header block longer than this has its Message-ID beyond what is worth looking through. */
const MAX_HEADER_BYTES = 64 * 1024;

/**
 * The Message-ID in what was read, with its angle brackets: `<abc@example.com>`; null where it has none.
 * The field may be folded: `Message-ID:\r\n <abc@example.com>`.
 */
export function messageIdOf(input: Input): string | null {
  const block = headerBlock(input);
  return /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(block)?.[1] ?? null;
}

/** The lines before the first empty one. */
function headerBlock(input: Input): string {
  if (typeof input === 'string') return '';
  const text =
    input instanceof Uint8Array
      ? new TextDecoder('latin1').decode(input.subarray(0, MAX_HEADER_BYTES))
      : (input.headers ?? '').slice(0, MAX_HEADER_BYTES);
  const end = text.search(/\r?\n\r?\n/);
  return end < 0 ? text : text.slice(0, end);
}
