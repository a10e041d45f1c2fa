/**
 * Texts from a mail, made safe to look at. React already shows them as text, never as markup; what
 * is left are characters that change how the rest reads: control characters and those that turn the
 * direction of writing, with which `gpj.exe` is made to look like `exe.jpg`.
 */
import { withoutIsolates } from './direction';

/** Characters that nobody sees, such as a soft hyphen, are dropped. Joiners stay: scripts and emoji need them. */
const INVISIBLE = /(?!\u200C|\u200D|[\u202A-\u202E\u2066-\u2069])[\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** Marks piled upon one letter run over the lines around it; languages need three or four. */
const PILED = /(\p{M}{4})\p{M}+/gu;
/** Overrides, embeddings, isolates and controls: shown as a mark, so that their presence is seen. */
const MISLEADING = /[\u202A-\u202E\u2066-\u2069]|(?![\n\t])\p{Cc}/gu;
/** As MISLEADING, but lets U+2068 and U+2069 through: `say` puts them round what it fills in. */
const MISLEADING_INSIDE = /[\u202A-\u202E\u2066\u2067]|(?![\n\t])\p{Cc}/gu;
const LINE_ENDS = /\r\n?|\u2028|\u2029|\u0085/g;
const MARK = '\uFFFD';

/** A quotation may be a megabyte; what a person reads of it is its beginning. */
export const MAX_SHOWN = 4_000;

/** Several lines, as they stand in the mail. */
export function showBlock(text: string, limit = MAX_SHOWN, misleading = MISLEADING): string {
  const plain = text
    .slice(0, limit)
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(PILED, '$1')
    .replace(misleading, MARK);
  return text.length > limit ? `${plain}…` : plain;
}

/** One line: an address, a subject, a code. */
export function showLine(text: string, limit = MAX_SHOWN, misleading = MISLEADING): string {
  return showBlock(text, limit, misleading).replace(/\s+/g, ' ').trim();
}

/** `соmpany.example (xn--mpany-iyeu.example)`: letters of other scripts look like those of a known name. */
export function showDomain(domain: string): string {
  const written = URL.canParse(`https://${domain}`) ? new URL(`https://${domain}`).hostname : domain;
  return written === domain.toLowerCase() ? domain : `${domain} (${written})`;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * For a value inside a sentence, where no <bdi> can stand: isolated if it is written from the right.
 * A value may be a sentence itself, with values that are isolated already.
 */
export function showInSentence(text: string): string {
  // Cutting at 300 may lose a closing U+2069, so all isolates are taken out first.
  const whole = text.length > 300 && isClosed(text) ? withoutIsolates(text) : text;
  const line = showLine(whole, 300, isClosed(whole.slice(0, 300)) ? MISLEADING_INSIDE : MISLEADING);
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}

/** Does each isolate end? One that does not would reach into the sentence around it. */
function isClosed(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[\u2068\u2069]/g)) {
    open += mark === '\u2068' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
