/**
 * The readable text of an HTML bounce, without a DOM: the engine runs where there is none, and a mail's
 * markup is never rendered anywhere. One pass over the characters; nothing is ever re-scanned.
 */
import { codeAt } from '../code-at';
import { namedCharacters } from './named-characters';

/** Each begins a line of its own. */
const lines = new Set('article body center dd div dt fieldset footer form header li main section'.split(' '));
/** Each stands apart: an empty line around it, as a page shows it. */
const blocks = new Set(
  'address blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table tbody td tfoot th thead title tr ul'.split(' '),
);
/** Their content is no text; each is skipped up to its end tag. */
const skipped = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'textarea',
  'iframe',
  'object',
]);

export interface HtmlText {
  text: string;
  /** Values of href, in order; as they stand in the mail. */
  linkTargets: string[];
}

/**
 * @param html at most a few MB; longer input is the caller's to cut
 * @returns lines of text with single spaces, and the addresses that links point to
 */
export function htmlToText(html: string): HtmlText {
  const page = new Page();
  const linkTargets: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      page.write(html.slice(at));
      break;
    }
    page.write(html.slice(at, open));
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
      continue;
    }
    const name = tagName(html, open + 1);
    if (name === null) {
      // `a < b`, `<user@example.com>`: not a tag, so it is text.
      page.write('<');
      at = open + 1;
      continue;
    }
    const close = tagEnd(html, open + 1);
    if (name === 'a' && html[open + 1] !== '/') {
      const target = href(html.slice(open, close));
      if (target) linkTargets.push(decodeCharacters(target));
    }
    if (skipped.has(name) && html[open + 1] !== '/') {
      const end = endTag(html, name, close);
      at = end < 0 ? html.length : tagEnd(html, end + 1);
      continue;
    }
    if (name === 'br') page.endLine();
    else if (blocks.has(name)) page.standApart();
    else if (lines.has(name)) page.beginLine();
    at = close;
  }
  return { text: tidy(decodeCharacters(page.pieces.join(''))), linkTargets };
}

/** Text as a page lays it out: white space between two elements is none. */
class Page {
  readonly pieces: string[] = [];
  private isLineEmpty = true;

  write(text: string): void {
    const piece = this.isLineEmpty ? text.trimStart() : text;
    if (piece === '') return;
    this.pieces.push(piece);
    this.isLineEmpty = piece.slice(piece.lastIndexOf('\n') + 1).trim() === '';
  }

  endLine(): void {
    this.pieces.push('\n');
    this.isLineEmpty = true;
  }

  beginLine(): void {
    if (!this.isLineEmpty) this.endLine();
  }

  standApart(): void {
    this.beginLine();
    this.endLine();
  }
}

/** Element name after `<` or `</`; null where what follows is no tag. An address in angle brackets is none. */
function tagName(html: string, at: number): string | null {
  const start = html[at] === '/' ? at + 1 : at;
  if (html[start] === '!' || html[start] === '?') return 'markup';
  TAG_NAME.lastIndex = start;
  const name = TAG_NAME.exec(html)?.[0];
  return name === undefined ? null : name.toLowerCase();
}

const TAG_NAME = /[a-z][a-z0-9:-]{0,29}(?=[\s/>]|$)/iy;

const [DOUBLE_QUOTE, SINGLE_QUOTE, EQUALS, CLOSE] = [34, 39, 61, 62];

/** Just behind the `>` that ends a tag; quoted values may hold a `>`. */
function tagEnd(html: string, at: number): number {
  let quote = 0;
  // A tag longer than this is a broken one; its rest is read as text.
  const limit = Math.min(html.length, at + 20_000);
  for (let i = at; i < limit; i++) {
    const code = codeAt(html, i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if ((code === DOUBLE_QUOTE || code === SINGLE_QUOTE) && codeAt(html, i - 1) === EQUALS)
      quote = code;
    else if (code === CLOSE) return i + 1;
  }
  const plain = html.indexOf('>', at);
  return plain < 0 || plain > limit ? limit : plain + 1;
}

function href(tag: string): string | null {
  const match = /\shref\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/i.exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
}

/** Where `</name` stands next, in capitals or not; -1 where it does not. */
function endTag(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at >= 0; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return -1;
}

const after = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
};

/** `&lt;`, `&#64;`, `&#x40;`; an unknown name stays as it stands. */
export function decodeCharacters(text: string): string {
  let decoded = '';
  let from = 0;
  // One by one: `replace` first lists all that there are, which takes long in a page of nothing else.
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    REFERENCE.lastIndex = at;
    const found = REFERENCE.exec(text);
    const character = found?.[1] === undefined ? null : characterOf(found[1]);
    if (found === null || character === null) continue;
    decoded += text.slice(from, at) + character;
    from = at + found[0].length;
  }
  return from === 0 ? text : decoded + text.slice(from);
}

const REFERENCE = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,12});?/y;

/** @returns null for a name that is not known */
function characterOf(name: string): string | null {
  if (name[0] !== '#') return Object.hasOwn(namedCharacters, name) ? (namedCharacters[name] ?? null) : null;
  const isHex = name[1] === 'x' || name[1] === 'X';
  const code = parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '';
}

function tidy(text: string): string {
  const lines: string[] = [];
  let empty = 0;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/[\s\u00a0]+/g, ' ').trim();
    empty = line ? 0 : empty + 1;
    if (empty < 2) lines.push(line);
  }
  return lines.join('\n').trim();
}
