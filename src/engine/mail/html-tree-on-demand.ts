/** In place of `html-tree.ts` in the pane: the parser comes with the first page. Until then a page is read as empty. */
import type { PartOnDemand } from '../part-on-demand';
import type { HtmlTrees } from './html-tree';
import type { trees as byParse5 } from './html-tree-by-parse5';

type Trees = typeof byParse5 extends HtmlTrees<infer Node, infer Element> ? HtmlTrees<Node, Element> : never;

let isThere = false;
let isWanted = false;

/** Of a page without nodes, nothing but its nodes is asked for. */
const none: Pick<Trees, 'of'> = {
  of() {
    isWanted = true;
    return [];
  },
};
export let trees = none as Trees;

export const treesOnDemand: PartOnDemand = {
  isThere: () => isThere,
  isWanted: () => isWanted,
  async load() {
    ({ trees } = await import(/* webpackChunkName: "parse5" */ './html-tree-by-parse5'));
    isThere = true;
  },
};
