/**
 * The tree of a page, as the HTML standard asks for it. Two parsers make the same: parse5 wherever there is no DOM,
 * and in the pane the browser's own, whose file stands in the place of this one there.
 */
import { trees as byParse5 } from './html-tree-by-parse5';

/** What is read of trees whose nodes are `Node`, some of them elements. */
export interface HtmlTrees<Node, Element extends Node> {
  /** Of a page that goes too deep, more than one: all that is lost is what its end stands in. */
  of(html: string): readonly Node[];
  /** The text of a text node; null of any other. */
  text(node: Node): string | null;
  comment(node: Node): string | null;
  isElement(node: Node): node is Element;
  /** In lower case for HTML; in a drawing, as the standard writes it. */
  tag(element: Element): string;
  namespace(element: Element): string | null;
  /** By their names without the prefix that the standard takes off in drawings: `xlink:href` is `href` there. */
  attributes(element: Element): Iterable<readonly [name: string, value: string]>;
  /** Those of a template's content, too. */
  children(node: Node): ArrayLike<Node>;
}

export const trees = byParse5;

/** Where a parser has to be loaded, it is. To be awaited before the first mail. */
export const prepareTrees = async (): Promise<void> => undefined;
