const COMMENT = /<!--[\s\S]*?-->/g;
const UNSEEN = /<(head|script|style|template|title)\b[\s\S]*?<\/\1\s*>/gi;
const PRE = /<pre\b[^>]*>([\s\S]*?)<\/pre\s*>/gi;
const TAG = /<\/?([a-z][a-z0-9]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Elements whose text stands on lines of its own. */
const BLOCKS = new Set(
  'address article blockquote body dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);

/**
 * The text a reader sees in an HTML body.
 *
 * Tags are taken out of the text rather than parsed into a document: under our policy the browser
 * reports every style attribute in a parsed one, even though that is never shown.
 */
export function textOfHtml(html: string): string {
  return withoutEntities(
    html
      .replace(COMMENT, '')
      .replace(UNSEEN, '')
      .replace(PRE, (_pre, inner: string) => `<pre>${inner.replace(/\r?\n/g, '<br>')}</pre>`)
      .replace(/\s+/g, ' ')
      .replace(TAG, (tag, name: string) => spaceFor(name.toLowerCase(), tag)),
  )
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function spaceFor(element: string, tag: string): string {
  if (element === 'br' || BLOCKS.has(element)) return '\n';
  return /^<\/t[dh]\b/i.test(tag) ? ' ' : '';
}

/** The browser knows all entities. What is left here has no tags, and a stray `<` becomes a text. */
function withoutEntities(text: string): string {
  const lines = text.replace(/</g, '&lt;').split('\n');
  const parser = new DOMParser();
  return lines.map((line) => parser.parseFromString(line, 'text/html').body.textContent).join('\n');
}

/** A text body as the HTML that Exchange hands out for it. */
export function htmlOfText(text: string): string {
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r?\n/g, '<br>\r\n');
  return `<html><head></head><body><div style="white-space:pre-wrap">${escaped}</div></body></html>`;
}
