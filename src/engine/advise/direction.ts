/**
 * Latin words inside a text that is written from the right. Nobody writes direction marks into the
 * knowledge: `say` isolates what it fills in, and the few Latin pieces that would otherwise be torn.
 */
import { scriptOf } from './formats';

/** U+2068 lets its content find its own direction, without touching what stands around it; U+2069 ends it. */
const FSI = '\u2068';
const PDI = '\u2069';
const FROM_THE_RIGHT = ['Arab', 'Hebr', 'Syrc', 'Thaa'];

/** @param language BCP 47 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.includes(scriptOf(language) ?? '') ? 'rtl' : 'ltr';
}

/** A value, kept together. What it brings of such marks itself cannot reach beyond it. */
export const isolate = (value: string): string => FSI + closed(value) + PDI;

/** For where nothing reads such marks: a terminal, a program. */
export const withoutIsolates = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** Without overrides and embeddings, and with each isolate ended where it began. */
function closed(text: string): string {
  let open = 0;
  const inside = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, (mark) => {
    if (mark < '\u2066') return '';
    if (mark !== PDI) open += 1;
    else if (open === 0) return '';
    else open -= 1;
    return mark;
  });
  return inside + PDI.repeat(open);
}

/**
 * Pieces of the text itself that the writing direction would tear: `.eml` (its dot would go to the other
 * end), `noreply@`, `5.7.900-999`. Words and plain codes keep together by themselves.
 */
export const isolateLatin = (text: string): string =>
  text.replace(/[!-~]+/g, (piece) => {
    const start = piece.search(/[^("'[]/);
    const core = start < 0 ? '' : piece.slice(start, lastOf(piece) + 1);
    if (!/[A-Za-z0-9]/.test(core) || !isTorn(core)) return piece;
    return piece.slice(0, start) + isolate(core) + piece.slice(start + core.length);
  });

/** Where a piece ends without the punctuation of the sentence around it. */
function lastOf(piece: string): number {
  let last = piece.length - 1;
  while (last >= 0 && '.,;:!?)"\']'.includes(piece[last] ?? '')) last -= 1;
  return last;
}

const isTorn = (core: string): boolean =>
  !/^[A-Za-z0-9]/.test(core) || !/[A-Za-z0-9]$/.test(core) || (/\d/.test(core) && /[-+/]/.test(core));
