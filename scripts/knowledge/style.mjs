/** What no text may hold, whichever part it belongs to. */
import { countWords, slack } from './limits.mjs';

/** Words in one sentence, wherever it stands. */
const LONGEST = 25;

/** Words that occur in nearly every English sentence, and in none of the other languages. */
const english = /\b(?:the|your|with|this|that|which|from|again|until|whether)\b/i;

/** Marks, embeddings, overrides and isolates: `say` alone sets them. */
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A text of several lines is laid out by hand, as the command's usage is: its lines are no sentences. */
const sentencesOf = (text) => (text.includes('\n') ? [] : text.split(/[.!?؟]\s/));

/**
 * What is wrong with the wording of one text, as pairs of fault and remedy.
 * @param text without the names that stay untranslated, where the language is not English
 */
export const styleFaults = (text, language) => {
  const found = [];
  const word = language === 'en' ? undefined : english.exec(text)?.[0];
  if (word !== undefined)
    found.push([`"${word}" is English`, 'Translate it, or add the label to untranslated.txt.']);
  if (direction.test(text))
    found.push(['holds a direction mark', 'Take it out: the program sets them where they are needed.']);
  for (const sentence of sentencesOf(text)) {
    const most = Math.floor(LONGEST * slack(language));
    const words = countWords(sentence);
    if (words > most)
      found.push([`has a sentence of ${words} words, ${most} are allowed`, 'Make two of it.']);
  }
  if (/\bTODO\b/.test(text)) found.push(['is still to be written', 'Write the text.']);
  return found;
};
