/** How our reading of a page differs from the whole tree of parse5. */
import { treeOfPage } from './tree-of-page.mjs';

/** Characters that both may lay out otherwise, or that stand for bytes that are none. */
const bare = (text) => text.replace(/[\s\u00a0\0\ufffd]+/g, '');

function countOf(text) {
  const counts = new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** Characters of one text that the other lacks, wherever they stand. */
function lacking(text, other) {
  const counts = countOf(other);
  let lost = '';
  for (const character of text) {
    const left = counts.get(character) ?? 0;
    if (left === 0) lost += character;
    else counts.set(character, left - 1);
  }
  return lost;
}

/**
 * @param ours what `htmlToText` gives
 * @returns `{ kind, detail }`: `equal`; `order`, where a table moves text before itself; `more`, where we read what a
 *   browser drops; `text lost` and `link lost` are wrong
 */
export function differPage(html, ours) {
  const tree = treeOfPage(html);
  const [shown, read] = [bare(tree.text), bare(ours.text)];
  const links = tree.links.filter((link) => !ours.linkTargets.includes(link));
  if (links.length > 0) return { kind: 'link lost', detail: links[0] };
  const lost = shown === read ? '' : lacking(shown, read);
  if (lost !== '') return { kind: 'text lost', detail: lost };
  const known = new Set(tree.links);
  const isMore = read.length > shown.length || ours.linkTargets.some((link) => !known.has(link));
  if (isMore) return { kind: 'more', detail: lacking(read, shown) };
  return { kind: shown === read ? 'equal' : 'order', detail: '' };
}

/** Kinds that a reader could be deceived by. */
export const WRONG_PAGE = new Set(['text lost', 'link lost']);
