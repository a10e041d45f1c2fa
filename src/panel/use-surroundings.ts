import { useCallback, useEffect, useRef, useState } from 'react';
import type { Theme } from '../outlook/theme';
import { directionOf } from '../engine/advise/direction';
import type { WordPart, Words } from '../engine';
import type { Services } from './services';

/** Outlook's theme; asked again once the mailbox is there. */
export function useTheme({ watchTheme }: Services, mailbox: boolean): Theme {
  const [theme, setTheme] = useState<Theme>('light');
  useEffect(() => watchTheme(setTheme), [watchTheme, mailbox]);
  return theme;
}

const START: readonly WordPart[] = ['start'];
const WITH_ANSWERS: readonly WordPart[] = ['start', 'answers'];

/** Asked for before the cause is known: more of the mailbox's bounces have this one than any other. */
const COMMONEST: readonly string[] = ['recipient-unknown'];

/** By then an answer has been drawn. */
const SOON_MS = 500;

export interface Spoken {
  words: Words;
  /**
   * Loads what answers are worded with.
   * @param causes those that have to be worded, beside those of earlier answers; none where they are not known yet
   * @returns the way to use it, to be called with the answer
   */
  prepareAnswers(causes: readonly string[]): Promise<() => void>;
}

/** Words in the language that is wanted, those at hand until they have come. */
export function useWords({ loadWords, loadCausesAhead }: Services, atHand: Words, language: string): Spoken {
  const [words, setWords] = useState(atHand);
  const parts = useRef(START);
  const causes = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let wanted = true;
    loadWords(language, parts.current, [...causes.current]).then(
      (loaded) => wanted && setWords(loaded),
      // The words at hand are better than none.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [loadWords, language]);
  useEffect(() => {
    document.documentElement.lang = words.language;
    document.documentElement.dir = directionOf(words.language);
  }, [words]);
  const prepareAnswers = useCallback(
    async (wanted: readonly string[]) => {
      parts.current = WITH_ANSWERS;
      causes.current = new Set([...causes.current, ...(wanted.length > 0 ? wanted : COMMONEST)]);
      const loaded = await loadWords(language, WITH_ANSWERS, [...causes.current]);
      // The next answer may have another cause: once one is there, the words of all come while it is read.
      if (wanted.length > 0) setTimeout(() => void loadCausesAhead(language).catch(() => undefined), SOON_MS);
      return () => setWords(loaded);
    },
    [loadWords, loadCausesAhead, language],
  );
  return { words, prepareAnswers };
}
