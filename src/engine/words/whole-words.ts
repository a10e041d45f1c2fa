/** Lists of words from the knowledge, as one pattern. */

/** Matches any of the words, whole ones: `bounced` in `email.bounced`, never in `rebounced`. Blanks may be any white space. */
export const wholeWords = (words: readonly string[], flags = 'iu') =>
  new RegExp(groupsOf(sorted(words)).join('|'), flags);

/**
 * A word that begins or ends with a sign, `status=`, may stand beside a letter there; so may a word of a script that
 * parts no words (`拒绝`). Words that are alike in this share one group: what a place before a word must be is then
 * asked once, and not for each of a hundred words.
 */
function groupsOf(words: readonly string[]): string[] {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const key = `${isParted(word.charAt(0))} ${isParted(word.slice(-1))}`;
    groups.set(key, [...(groups.get(key) ?? []), word]);
  }
  return [...groups.values()].map((group) => {
    const [first = ''] = group;
    const before = isParted(first.charAt(0)) ? '(?<!\\p{L})' : '';
    const behind = isParted(first.slice(-1)) ? '(?!\\p{L})' : '';
    return `(?=[${firstLetters(group)}])${before}(?:${treeOf(group, LITERAL)})${behind}`;
  });
}

/** In whole words a `*` stands for itself. */
const LITERAL = '\\*';

/** As a class: most places are passed over by it. */
const firstLetters = (words: readonly string[]) =>
  [...new Set(words.map(firstLetter))].map((letter) => letter.replace(/[\\\]^[-]/g, '\\$&')).join('');

const isParted = (letter: string) => /\p{L}/u.test(letter) && !UNPARTED.test(letter);
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The words as alternatives of a pattern, the longest first.
 * @param rest what a `*` stands for
 */
export function alternatives(words: readonly string[], rest = '[^<@\\n]{0,60}?'): string {
  const tree = treeOf(sorted(words), rest);
  return words.some((word) => word.startsWith('*')) ? tree : `(?=[${firstLetters(words)}])(?:${tree})`;
}

/**
 * `message to`, `message`, `mail` as `m(?:essage(?:\\s{1,3}to|)|ail)`. At each place of a text, a list of a hundred
 * words would be tried word by word. Of words that begin alike the longer one comes first.
 */
function treeOf(words: readonly string[], rest: string): string {
  // Behind a gap a text may go on in any way, so such words are tried in their order.
  if (words.length < 2 || words.some((word) => word.startsWith('*'))) return listOf(words, rest);
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const letter = firstLetter(word).toLowerCase();
    groups.set(letter, [...(groups.get(letter) ?? []), word]);
  }
  return [...groups.values()].map((alike) => branchOf(alike, rest)).join('|');
}

/** Of words whose first letters are the same, but perhaps for their case. */
function branchOf(words: readonly string[], rest: string): string {
  const shared = words.reduce(sharedBeginning);
  if (words.length === 1 || shared === '') return listOf(words, rest);
  return `${escaped(shared)}(?:${treeOf(
    words.map((word) => word.slice(shared.length)),
    rest,
  )})`;
}

/** Up to a gap; whole characters. */
function sharedBeginning(one: string, other: string): string {
  let at = 0;
  for (const letter of one) {
    if (letter === '*' || !other.startsWith(letter, at)) break;
    at += letter.length;
  }
  return one.slice(0, at);
}

const firstLetter = (word: string) => String.fromCodePoint(word.codePointAt(0) ?? 0);

const listOf = (words: readonly string[], rest: string) =>
  words.map((word) => word.split('*').map(escaped).join(rest)).join('|');

/** Each once: languages share labels. */
const sorted = (words: readonly string[]) =>
  [...new Set(words.map((word) => word.replace(/ +/g, ' ')))].sort((a, b) => b.length - a.length);

const escaped = (words: string) =>
  words.replace(/[\\^$.|?*+()[\]{}/]/g, (sign) => `\\${sign}`).replaceAll(' ', '\\s{1,3}');
