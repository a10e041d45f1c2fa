/**
 * The readable text of an HTML bounce, without a DOM: the engine runs where there is none, and a mail's
 * markup is never rendered anywhere. parse5's tokenizer reads it as the HTML standard says, in one pass;
 * what is between its tokens is text. Where a page and a mail program differ, more is read rather than less.
 */
import { Tokenizer, TokenizerMode, type Token } from 'parse5';

/** Each begins a line of its own. */
const lines = new Set('article body center dd div dt fieldset footer form header li main section'.split(' '));
/** Each stands apart: an empty line around it, as a page shows it. */
const blocks = new Set(
  'address blockquote dl h1 h2 h3 h4 h5 h6 hr ol p pre table tbody td tfoot th thead title tr ul'.split(' '),
);

/** How the content of these is cut into tokens (HTML standard, 13.2.6.4); of the others it is markup. */
const modes = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
  ...['title', 'textarea'].map((name) => [name, TokenizerMode.RCDATA] as const),
  ...['style', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [name, TokenizerMode.RAWTEXT] as const),
]);
/** Text inside these is not shown. Without scripts, as in mail, `noscript` is. */
const unseen = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes']);
/** Attributes that say where a click leads, and elements that have them; Outlook's VML buttons are called `v:…`. */
const targets = new Set(['href', 'xlink:href', 'action', 'formaction']);
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

function read(html: string, page: Page, inComment: boolean): void {
  const reader = new Reader(page, inComment);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, reader);
  reader.enter = (mode) => (tokenizer.state = mode);
  tokenizer.write(html, true);
  for (const comment of reader.forOutlook) read(comment, page, true);
}

/** What the tokens of a page say, one after the other. */
class Reader {
  enter: (mode: Tokenizer['state']) => void = () => undefined;
  readonly forOutlook: string[] = [];
  /** The element whose text is not shown. */
  private hidden: string | null = null;
  /** Drawings and formulas open: in them, `style` and the like hold markup. A list takes in no such element, either. */
  private foreign = 0;
  private isInList = false;

  constructor(
    private readonly page: Page,
    private readonly inComment: boolean,
  ) {}

  onStartTag({ tagName, attrs, selfClosing }: Token.TagToken): void {
    const { page } = this;
    // `<user@example.com>`: a page would not show it, and an answer needs it.
    if (tagName.includes('@')) return page.write(`<${tagName}>`);
    for (const { name, value } of attrs) if (targets.has(name)) this.target(tagName, value);
    if (tagName === 'input' && attrs.some(({ name, value }) => name === 'type' && /^password$/i.test(value)))
      page.hasForm = true;
    if ((tagName === 'svg' || tagName === 'math') && !selfClosing) this.foreign++;
    if (tagName === 'select') this.isInList = true;
    const isMarkup = tagName === 'script' ? this.foreign > 0 : this.foreign > 0 || this.isInList;
    const mode = isMarkup ? undefined : modes.get(tagName);
    if (mode !== undefined) this.enter(mode);
    if ((mode !== undefined && unseen.has(tagName)) || (this.inComment && tagName === 'xml'))
      this.hidden ??= tagName;
    this.layOut(tagName);
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (tagName === this.hidden) this.hidden = null;
    if ((tagName === 'svg' || tagName === 'math') && this.foreign > 0) this.foreign--;
    if (tagName === 'select') this.isInList = false;
    this.layOut(tagName);
  }

  onCharacter({ chars }: Token.CharacterToken): void {
    if (this.hidden === null) this.page.write(chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token);
  }

  onNullCharacter(): void {}

  onComment({ data }: Token.CommentToken): void {
    const mark = this.inComment ? null : FOR_OUTLOOK.exec(data);
    if (mark) this.forOutlook.push(data.slice(mark[0].length).replace(/<!\[endif\]$/i, ''));
  }

  onDoctype(): void {}
  onEof(): void {}

  private target(tagName: string, value: string): void {
    if (!clicked.has(tagName) && !tagName.includes(':')) return;
    this.page.linkTargets.push(value);
    if (tagName === 'form') this.page.hasForm = true;
  }

  private layOut(tagName: string): void {
    if (tagName === 'br') this.page.endLine();
    else if (blocks.has(tagName)) this.page.standApart();
    else if (lines.has(tagName)) this.page.beginLine();
  }
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
