/** What a page shows by parse5's whole tree: the HTML standard, every step of it. */
import { parse } from 'parse5';

const UNSEEN = new Set(['script', 'style', 'title', 'iframe', 'noembed', 'noframes']);
const TARGETS = new Set(['href', 'action', 'formaction']);
const CLICKED = new Set(['a', 'area', 'base', 'form', 'button', 'input']);
const HTML = 'http://www.w3.org/1999/xhtml';

/** @returns `{ text, links }`: the text of all shown elements, and where clicks lead */
export function treeOfPage(html) {
  // Mail programs run no scripts.
  const waiting = [parse(html, { scriptingEnabled: false })];
  let text = '';
  const links = [];
  // The last one comes first, so that nesting of any depth needs no stack of calls.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text') text += node.value;
    if (node.tagName !== undefined && node.namespaceURI === HTML && UNSEEN.has(node.tagName)) continue;
    if (CLICKED.has(node.tagName))
      for (const { name, value } of node.attrs) if (TARGETS.has(name)) links.push(value);
    for (let at = (node.childNodes ?? []).length - 1; at >= 0; at--) waiting.push(node.childNodes[at]);
  }
  return { text, links };
}
