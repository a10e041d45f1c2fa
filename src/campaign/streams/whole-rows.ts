/**
 * How much of a text is whole rows. A line end in a quoted cell ends no row, so a quote that was forgotten would make one
 * row of all that follows: it is known by the next quote, which stands where no quote can close a cell.
 *
 *     a@example.com,bounce,"550 no        ← forgotten: the next quote stands before a letter
 *     b@example.com,bounce,"550 no"
 *
 * Looks at each character a few times, however many quotes were forgotten.
 */
export interface WholeRows {
  /** Where the last whole row ends. */
  end: number;
  /** Is the quote in the line behind it forgotten? Otherwise the row behind it may go on. */
  isBroken: boolean;
}

/** @param mark between cells */
export function wholeRows(text: string, mark: string): WholeRows {
  let end = 0;
  for (;;) {
    const quote = text.indexOf('"', end);
    // Lines without quotes are rows.
    end = Math.max(end, text.lastIndexOf('\n', quote < 0 ? text.length : quote) + 1);
    if (quote < 0) return { end, isBroken: false };
    const next = rowEnd(text, end, quote, mark);
    if (typeof next === 'string') return { end, isBroken: next === 'broken' };
    end = next;
  }
}

/** @param first quote of the row that begins at `start` */
function rowEnd(text: string, start: number, first: number, mark: string): number | 'open' | 'broken' {
  let lineEnd = lineEndFrom(text, first);
  for (let quote = first; ;) {
    // Only at the start of a cell does a quote open one.
    const opens = quote === start || text[quote - 1] === mark;
    const next: number | 'open' | 'broken' = opens ? cellEnd(text, quote, lineEnd, mark) : quote + 1;
    if (typeof next === 'string') return next;
    if (lineEnd < next) lineEnd = lineEndFrom(text, next);
    const following = text.indexOf('"', next);
    if (following < 0 || following > lineEnd) return lineEnd === Infinity ? 'open' : lineEnd + 1;
    quote = following;
  }
}

/** @returns where the mark or the line end behind a quoted cell stands */
function cellEnd(text: string, open: number, lineEnd: number, mark: string): number | 'open' | 'broken' {
  let isStray = false;
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    const isDoubled = text[at + 1] === '"';
    let after = at + 1;
    while (text[after] === ' ') after++;
    if (after >= text.length) return 'open';
    const closes = !isDoubled && (text[after] === mark || text[after] === '\n');
    isStray ||= !closes && !isDoubled;
    if (isStray && at > lineEnd) return 'broken';
    if (closes) return after;
    if (isDoubled) at++;
  }
  return 'open';
}

function lineEndFrom(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? Infinity : end;
}
