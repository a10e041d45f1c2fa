/**
 * The readable text of an HTML bounce. Nothing of a mail's markup is ever rendered: the text is read from the tree that
 * the HTML standard makes of it. Where a page and a mail program differ, more is read rather than less.
 */
import { trees } from './html-tree';

/** Each begins a line of its own. */
const lines = new Set('article body center dd div dt fieldset footer form header li main section'.split(' '));
/** Each stands apart: an empty line around it, as a page shows it. */
const blocks = new Set(
  'address blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table tbody td tfoot th thead title tr ul'.split(' '),
);

/** Text inside these is not shown. Without scripts, as in mail, `noscript` is. */
const unseen = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes']);
/** In a drawing, elements of these names hold markup: what a browser shows of it differs. */
const HTML = 'http://www.w3.org/1999/xhtml';
/** Attributes that say where a click leads, and elements that have them; Outlook's VML buttons are called `v:…`. */
const targets = new Set(['href', 'action', 'formaction']);
const clicked = new Set(['a', 'area', 'base', 'form', 'button', 'input']);
/** Classic Outlook shows what stands in such a comment: `<!--[if mso]><a href="…">Open</a><![endif]-->`. */
const FOR_OUTLOOK = /^\[if [^\]]{0,60}mso[^\]]{0,60}\]>/i;

export interface HtmlText {
  text: string;
  /** Where links and forms lead, in order; as they stand in the mail. */
  linkTargets: string[];
  /** Does it ask for a password, or for anything else to be typed in and sent? */
  hasForm: boolean;
}

/**
 * @param html at most a few MB; longer input is the caller's to cut
 * @returns lines of text with single spaces, and the addresses that links point to
 */
export function htmlToText(html: string): HtmlText {
  const page = new Page();
  if (html !== '') read(html, page, false);
  return { text: tidy(page.pieces.join('')), linkTargets: page.linkTargets, hasForm: page.hasForm };
}

type Node = ReturnType<typeof trees.of>[number];
type Element = Parameters<typeof trees.tag>[0];

function read(html: string, page: Page, inComment: boolean): void {
  const comments: string[] = [];
  for (const document of trees.of(html)) show(document, page, inComment, comments);
  for (const comment of comments) read(comment, page, true);
}

/** The place where an element has been left. */
class EndOf {
  constructor(readonly tagName: string) {}
}

/** Walks the tree without calling itself: what is nested deep must not end the program. */
function show(document: Node, page: Page, inComment: boolean, comments: string[]): void {
  const waiting: (Node | EndOf)[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node instanceof EndOf) {
      layOut(page, node.tagName);
      continue;
    }
    const text = trees.text(node);
    const comment = text === null ? trees.comment(node) : null;
    if (text !== null) page.write(text);
    else if (comment !== null) {
      const mark = inComment ? null : FOR_OUTLOOK.exec(comment);
      if (mark) comments.push(comment.slice(mark[0].length).replace(/<!\[endif\]$/i, ''));
    } else {
      if (trees.isElement(node)) {
        const tag = trees.tag(node);
        enter(node, tag, page);
        if (isUnseen(node, tag, inComment)) continue;
        if (tag !== 'br') waiting.push(new EndOf(tag));
      }
      const children = trees.children(node);
      for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at] as Node);
    }
  }
}

const isUnseen = (element: Element, tagName: string, inComment: boolean) =>
  (unseen.has(tagName) && trees.namespace(element) === HTML) || (inComment && tagName === 'xml');

function enter(element: Element, tagName: string, page: Page): void {
  // `<user@example.com>`: a page would not show it, and an answer needs it.
  if (tagName.includes('@')) return page.write(`<${tagName}>`);
  for (const [name, value] of trees.attributes(element)) {
    if (targets.has(name)) addTarget(page, tagName, value);
    if (tagName === 'input' && name === 'type' && /^password$/i.test(value)) page.hasForm = true;
  }
  layOut(page, tagName);
}

function addTarget(page: Page, tagName: string, value: string): void {
  if (!clicked.has(tagName) && !tagName.includes(':')) return;
  page.linkTargets.push(value);
  if (tagName === 'form') page.hasForm = true;
}

function layOut(page: Page, tagName: string): void {
  if (tagName === 'br') page.endLine();
  else if (blocks.has(tagName)) page.standApart();
  else if (lines.has(tagName)) page.beginLine();
}

/** Text as a page lays it out: white space between two elements is none. */
class Page {
  readonly pieces: string[] = [];
  readonly linkTargets: string[] = [];
  hasForm = false;
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
