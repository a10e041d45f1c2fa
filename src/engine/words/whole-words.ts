/** Lists of words from the knowledge, as one pattern. */

/** Matches any of the words, whole ones: `bounced` in `email.bounced`, never in `rebounced`. Blanks may be any white space. */
export const wholeWords = (words: readonly string[], flags = 'iu') =>
  new RegExp(sorted(words).map(whole).join('|'), flags);

/**
 * A word that begins or ends with a sign, `status=`, may stand beside a letter there; so may a word of a script that
 * parts no words (`拒绝`).
 */
const whole = (word: string) =>
  `${isParted(word.charAt(0)) ? '(?<!\\p{L})' : ''}${escaped(word)}${isParted(word.slice(-1)) ? '(?!\\p{L})' : ''}`;

const isParted = (letter: string) => /\p{L}/u.test(letter) && !UNPARTED.test(letter);
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/**
 * The words as alternatives of a pattern, the longest first.
 * @param rest what a `*` stands for
 */
export const alternatives = (words: readonly string[], rest = '[^<@\\n]{0,60}?') =>
  sorted(words)
    .map((word) => word.split('*').map(escaped).join(rest))
    .join('|');

const sorted = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);

const escaped = (words: string) =>
  words.replace(/[\\^$.|?*+()[\]{}/]/g, (sign) => `\\${sign}`).replace(/ +/g, '\\s{1,3}');
