/**
 * Trees by the browser's own parser: in the pane this file stands in the place of `html-tree.ts`, since parse5 would
 * be a sixth of all that is loaded before the first answer. The document is inert: no script runs in it, and nothing
 * is fetched. Browsers end the nesting of elements themselves. A thread has no such parser, so parse5 is loaded there.
 */
import type { HtmlTrees } from './html-tree';

type Trees = HtmlTrees<Node, Node>;

/**
 * A property as the browser reads it. `form.childNodes` would be the field of that name, where a mail has
 * `<form><input name="childNodes">`.
 */
function reader<T extends object, Name extends keyof T & string>(of: { prototype: T }, name: Name) {
  const get = Object.getOwnPropertyDescriptor(of.prototype, name)?.get;
  if (!get) throw new Error(`this browser has no ${name}`);
  return (one: unknown): T[Name] => get.call(one) as T[Name];
}

/**
 * Names that the page's policy would report, even in a document that is never shown: `style` everywhere, `href` of
 * `<base>`. They are parsed under other names, which are turned back where the tree is read (`*` is the mark):
 *
 *     <p style="color: red">      <p style*="color: red">
 *     <style>p {}</style>         <noframes *>p {}</noframes *>      whose content is read in the same way
 */
const NAMES = /(?:style|href)(?=[\s/>=])/gi;
/** Characters before a name in which a tag `<base>` would begin. */
const NEAR = 500;
const STYLE_SHEETS = /(?<=<\/?)style(?=[\s/>])/gi;
const READ_ALIKE = 'noframes';
const FIRST_MARK = 0xe000;
const MARKS = 6400;

function isRefused(html: string, name: string, at: number): boolean {
  const before = html.slice(Math.max(0, at - NEAR), at);
  return name.toLowerCase() === 'style' ? !/<\/?$/.test(before) : /<base[\s/]/i.test(before);
}

/** A character of private use that the page does not have. */
function unusedMark(html: string): string {
  for (let n = 0; n < MARKS; n++) {
    const mark = String.fromCharCode(FIRST_MARK + n);
    if (!html.includes(mark)) return mark;
  }
  throw new Error('the page has every character of private use');
}

function byBrowser(): Trees {
  const parser = new DOMParser();
  const type = reader(Node, 'nodeType');
  const value = reader(Node, 'nodeValue');
  const content = reader(HTMLTemplateElement, 'content');
  const attributes = reader(Element, 'attributes');
  const children = reader(Node, 'childNodes');
  const nameOf = reader(Element, 'localName');
  // Trees are read one after the other, each to its end.
  let mark = unusedMark('');
  const asWritten = (text: string) =>
    text.includes(mark) ? text.replaceAll(`${READ_ALIKE} ${mark}`, 'style').replaceAll(mark, '') : text;
  const isMarked = (element: Node) =>
    Array.from(attributes(element)).some(({ localName }) => localName === mark);
  return {
    of(html) {
      mark = unusedMark(html);
      const harmless = html
        .replace(NAMES, (name, at: number) => (isRefused(html, name, at) ? name + mark : name))
        .replace(STYLE_SHEETS, `${READ_ALIKE} ${mark}`);
      return [parser.parseFromString(harmless, 'text/html')];
    },
    text: (node) => (type(node) === 3 ? asWritten(value(node) ?? '') : null),
    comment: (node) => (type(node) === 8 ? asWritten(value(node) ?? '') : null),
    isElement: (node): node is Node => type(node) === 1,
    tag(element) {
      const tag = nameOf(element);
      return tag === READ_ALIKE && isMarked(element) ? 'style' : asWritten(tag);
    },
    namespace: reader(Element, 'namespaceURI'),
    attributes: (element) =>
      Array.from(attributes(element))
        .filter(({ localName }) => localName !== mark)
        .map(({ localName, value: set }) => [asWritten(localName), asWritten(set)] as const),
    children: (node) => children(node instanceof HTMLTemplateElement ? content(node) : node),
  };
}

export let trees = typeof DOMParser === 'undefined' ? null : byBrowser();

export async function prepareTrees(): Promise<void> {
  if (trees) return;
  const byParse5 = await import(/* webpackChunkName: "parse5" */ './html-tree-by-parse5');
  trees = byParse5.trees as unknown as Trees;
}
