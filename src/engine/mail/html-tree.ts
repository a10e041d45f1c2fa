/**
 * The tree of a page, as the HTML standard asks for it: here by a parser that is at hand. In the pane another file
 * stands in this one's place, since the parser is an eighth of all that is loaded before the first answer.
 */
import type { PartOnDemand } from '../part-on-demand';
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

/** Nothing has to be loaded. */
export const treesOnDemand: PartOnDemand = {
  isThere: () => true,
  isWanted: () => false,
  load: async () => undefined,
};
