import { useEffect, useState } from 'react';
import type { Theme } from '../outlook/theme';
import { directionOf } from '../engine/advise/direction';
import type { Words } from '../engine';
import type { Services } from './services';

/** Outlook's theme; asked again once the mailbox is there. */
export function useTheme({ watchTheme }: Services, mailbox: boolean): Theme {
  const [theme, setTheme] = useState<Theme>('light');
  useEffect(() => watchTheme(setTheme), [watchTheme, mailbox]);
  return theme;
}

/** Words in the language that is wanted, those at hand until they have come. */
export function useWords({ loadWords }: Services, atHand: Words, language: string): Words {
  const [words, setWords] = useState(atHand);
  useEffect(() => {
    let wanted = true;
    loadWords(language).then(
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
  return words;
}
