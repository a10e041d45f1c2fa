/** Trees by parse5: the engine runs where there is no DOM. */
import { defaultTreeAdapter, Parser, TokenizerMode, type DefaultTreeAdapterTypes, type Token } from 'parse5';
import type { HtmlTrees } from './html-tree';

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

function treesOf(html: string): DefaultTreeAdapterTypes.Node[] {
  const found: DefaultTreeAdapterTypes.Node[] = [];
  for (let rest = html; rest !== '';) {
    const parser = new BoundedParser({ scriptingEnabled: false, treeAdapter: defaultTreeAdapter });
    const { tokenizer, document } = parser;
    found.push(document);
    try {
      tokenizer.write(rest, true);
      rest = '';
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      // What follows is read as a page of its own.
      rest = rest.slice(tokenizer.preprocessor.offset + 1);
    }
  }
  return found;
}

export const trees: HtmlTrees<DefaultTreeAdapterTypes.Node, DefaultTreeAdapterTypes.Element> = {
  of: treesOf,
  text: (node) => (defaultTreeAdapter.isTextNode(node) ? node.value : null),
  comment: (node) => (defaultTreeAdapter.isCommentNode(node) ? node.data : null),
  isElement: defaultTreeAdapter.isElementNode,
  tag: ({ tagName }) => tagName,
  namespace: ({ namespaceURI }) => namespaceURI,
  attributes: ({ attrs }) => attrs.map(({ name, value }) => [name, value] as const),
  children(node) {
    const inside = 'content' in node ? node.content : node;
    return 'childNodes' in inside ? inside.childNodes : [];
  },
};
