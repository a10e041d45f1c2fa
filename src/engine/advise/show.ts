/**
 * Texts from a mail, made safe to look at. React already shows them as text, never as markup; what
 * is left are characters that change how the rest reads: control characters and those that turn the
 * direction of writing, with which `gpj.exe` is made to look like `exe.jpg`.
 */

/** Marks and hidden joints: no meaning for a reader, dropped. */
const INVISIBLE = /[\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Overrides, embeddings, isolates and controls: shown as a mark, so that their presence is seen. */
const MISLEADING = /[\u202A-\u202E\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g;
const MARK = '\uFFFD';

/** A quotation may be a megabyte; what a person reads of it is its beginning. */
export const MAX_SHOWN = 4_000;

/** Several lines, as they stand in the mail. */
export function showBlock(text: string, limit = MAX_SHOWN): string {
  const plain = text
    .slice(0, limit)
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(MISLEADING, MARK);
  return text.length > limit ? `${plain}…` : plain;
}

/** One line: an address, a subject, a code. */
export function showLine(text: string, limit = MAX_SHOWN): string {
  return showBlock(text, limit).replace(/\s+/g, ' ').trim();
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A pair that holds its content together and reaches no further: `say` puts it round what it fills in. */
const ISOLATED = /\u2068([^\u2066-\u2069]{0,300})\u2069/;

/**
 * For a value inside a sentence, where no <bdi> can stand: isolated if it is written from the right.
 * A value may be a sentence itself, with values that are isolated already.
 */
export function showInSentence(text: string): string {
  const pieces = text.slice(0, MAX_SHOWN).split(ISOLATED);
  if (pieces.length > 1)
    return pieces
      .map((piece, at) => (at % 2 === 1 ? `\u2068${showBlock(piece)}\u2069` : showBlock(piece)))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
  const line = showLine(text, 300);
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}
