/** What both parsers make of a page, in the same words. */
import type { HtmlTrees } from '../../../../src/engine/mail/html-tree';
import * as byBrowser from '../../../../src/engine/mail/html-tree-by-browser';
import { trees as byParse5 } from '../../../../src/engine/mail/html-tree-by-parse5';

export interface HtmlPage {
  /** @returns the first line in which the two trees differ; null where they are the same */
  difference(html: string): { browser: string; parse5: string } | null;
}

function linesOf<Node, Element extends Node>(trees: HtmlTrees<Node, Element>, html: string): string[] {
  const lines: string[] = [];
  const waiting = [...trees.of(html)].reverse().map((node) => ({ node, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next;
    const text = trees.text(node);
    const comment = trees.comment(node);
    if (text !== null) lines.push(`${depth} text ${text}`);
    else if (comment !== null) lines.push(`${depth} comment ${comment}`);
    else if (trees.isElement(node)) {
      const [tag, space] = [trees.tag(node), trees.namespace(node)];
      // Nobody reads a style sheet, so its place does not matter.
      if (tag === 'style' && space?.endsWith('xhtml')) continue;
      const attributes = [...trees.attributes(node)].map((pair) => named(JSON.stringify(pair))).sort();
      lines.push(`${depth} <${named(tag)} ${space} ${attributes.join(' ')}>`);
    }
    for (const child of [...Array.from(trees.children(node))].reverse())
      waiting.push({ node: child, depth: depth + 1 });
  }
  return lines;
}

/** `<a<style>` is an element named `a<style`: nobody asks for such names. */
const named = (name: string) => name.replaceAll('noframes', 'style');

(window as unknown as { html: HtmlPage }).html = {
  difference(html) {
    if (byBrowser.trees === null) throw new Error('this browser has no parser');
    const [browser, parse5] = [linesOf(byBrowser.trees, html), linesOf(byParse5, html)];
    const at = browser.findIndex((line, n) => line !== parse5[n]);
    if (at < 0 && browser.length === parse5.length) return null;
    const place = at < 0 ? browser.length : at;
    return { browser: browser[place] ?? 'nothing', parse5: parse5[place] ?? 'nothing' };
  },
};
