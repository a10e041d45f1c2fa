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
    return `${before}(?=[${firstLetters(group)}])(?:${group.map(escaped).join('|')})${behind}`;
  });
}

/** As a class: most places are passed over by it. */
const firstLetters = (words: readonly string[]) =>
  [...new Set(words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)))]
    .map((letter) => letter.replace(/[\\\]^[-]/g, '\\$&'))
    .join('');

const isParted = (letter: string) => /\p{L}/u.test(letter) && !UNPARTED.test(letter);
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The words as alternatives of a pattern, the longest first.
 * @param rest what a `*` stands for
 */
export function alternatives(words: readonly string[], rest = '[^<@\\n]{0,60}?'): string {
  const all = sorted(words)
    .map((word) => word.split('*').map(escaped).join(rest))
    .join('|');
  return words.some((word) => word.startsWith('*')) ? all : `(?=[${firstLetters(words)}])(?:${all})`;
}

/** Each once: languages share labels. */
const sorted = (words: readonly string[]) => [...new Set(words)].sort((a, b) => b.length - a.length);

const escaped = (words: string) =>
  words.replace(/[\\^$.|?*+()[\]{}/]/g, (sign) => `\\${sign}`).replace(/ +/g, '\\s{1,3}');
