/**
 * The readable text of an HTML bounce, without a DOM: the engine runs where there is none, and a mail's
 * markup is never rendered anywhere. parse5 makes the tree that the HTML standard asks for, and the text is
 * what that tree shows. Where a page and a mail program differ, more is read rather than less.
 */
import { defaultTreeAdapter, Parser, TokenizerMode, type DefaultTreeAdapterTypes, type Token } from 'parse5';

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

/** Elements inside one another, as many as browsers make of them; the standard's steps go through all that are open. */
const MAX_DEPTH = 500;

/** The tree of a page is deep enough. */
class TooDeep extends Error {}

/** Stops where elements stand too deep in one another, so that the work grows no faster than the page. */
class BoundedParser extends Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    super.onStartTag(token);
    // Not before the content of a text field or a script: it is cut into tokens by rules of its own.
    const isMarkup = this.tokenizer.state === TokenizerMode.DATA;
    if (isMarkup && this.openElements.stackTop > MAX_DEPTH) throw new TooDeep();
  }
}

type Node = DefaultTreeAdapterTypes.Node;

function read(html: string, page: Page, inComment: boolean): void {
  const comments: string[] = [];
  for (let rest = html; rest !== '';) {
    const parser = new BoundedParser({ scriptingEnabled: false, treeAdapter: defaultTreeAdapter });
    const { tokenizer, document } = parser;
    try {
      tokenizer.write(rest, true);
      rest = '';
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      // What follows is read as a page of its own: all that is lost is what it stands in.
      rest = rest.slice(tokenizer.preprocessor.offset + 1);
    }
    show(document, page, inComment, comments);
  }
  for (const comment of comments) read(comment, page, true);
}

/** Walks the tree without calling itself: what is nested deep must not end the program. */
function show(document: Node, page: Page, inComment: boolean, comments: string[]): void {
  const waiting: (Node | { leaves: string })[] = [document];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('leaves' in node) layOut(page, node.leaves);
    else if (defaultTreeAdapter.isTextNode(node)) page.write(node.value);
    else if (defaultTreeAdapter.isCommentNode(node)) {
      const mark = inComment ? null : FOR_OUTLOOK.exec(node.data);
      if (mark) comments.push(node.data.slice(mark[0].length).replace(/<!\[endif\]$/i, ''));
    } else {
      if (defaultTreeAdapter.isElementNode(node)) {
        enter(node, page);
        if (isUnseen(node, inComment)) continue;
        if (node.tagName !== 'br') waiting.push({ leaves: node.tagName });
      }
      const inside = 'content' in node ? node.content : node;
      const children = 'childNodes' in inside ? inside.childNodes : [];
      for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at] as Node);
    }
  }
}

const isUnseen = ({ tagName, namespaceURI }: DefaultTreeAdapterTypes.Element, inComment: boolean) =>
  (unseen.has(tagName) && namespaceURI === HTML) || (inComment && tagName === 'xml');

function enter({ tagName, attrs }: DefaultTreeAdapterTypes.Element, page: Page): void {
  // `<user@example.com>`: a page would not show it, and an answer needs it.
  if (tagName.includes('@')) return page.write(`<${tagName}>`);
  for (const { name, value } of attrs) if (targets.has(name)) addTarget(page, tagName, value);
  if (tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && /^password$/i.test(value)))
    page.hasForm = true;
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
