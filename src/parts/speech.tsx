import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Words } from '../engine';
import { type Speech, speechIn } from '../plan/speech';

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
