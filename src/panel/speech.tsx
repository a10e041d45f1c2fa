import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { listOf } from '../engine/advise/lists';
import { say } from '../engine/advise/words';
import type { Text } from '../engine/explanation';
import type { Words } from '../engine';
import { showInSentence } from '../engine/advise/show';

export interface Speech {
  words: Words;
  /** For dates: the reader's own region where it speaks the words' language. */
  locale: string;
  /** A text of the panel or the engine by its key. Values may come from mails: they are made safe here. */
  t(key: string, values?: Record<string, string>): string;
  /** Several values as one, for a text: each made safe, joined as the language does. */
  list(values: readonly string[]): string;
  /** A text that the engine named. */
  tell(text: Text): string;
}

/** Texts in one language. */
export function speechIn(words: Words, region: string = words.language): Speech {
  const t = (key: string, values: Record<string, string> = {}) => {
    const safe = Object.entries(values).map(([name, value]) => [name, showInSentence(value)] as const);
    return say(words, { key, values: Object.fromEntries(safe) });
  };
  const [spoken] = words.language.split('-');
  const locale = region.split('-')[0] === spoken && isLocale(region) ? region : words.language;
  return {
    words,
    locale,
    t,
    list: (values) =>
      listOf(
        values.map((value) => showInSentence(value)),
        words.language,
      ),
    tell: ({ key, values }) => t(key, values),
  };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

const SpeechContext = createContext<Speech | null>(null);

interface SpeechProviderProps {
  words: Words;
  /** Outlook's language with its region. */
  region: string;
  children: ReactNode;
}

export function SpeechProvider({ words, region, children }: SpeechProviderProps) {
  const speech = useMemo(() => speechIn(words, region), [words, region]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('A component that speaks must stand inside SpeechProvider');
  return speech;
}
