import { createContext, type RefObject, useCallback, useContext, useEffect, useRef } from 'react';
import { headOf, type View } from './state';

/** Told of each headline as it is drawn. */
type HeadlineDrawn = (headline: HTMLElement) => void;
const HeadlineDrawnContext = createContext<HeadlineDrawn>(() => undefined);
export const HeadlineDrawnProvider = HeadlineDrawnContext.Provider;

/**
 * Where the reader is after the view has changed: at its top. An answer that was asked for takes the focus; so does
 * one whose arrival took away what had the focus. The message that is selected in Outlook takes none.
 *
 * @returns for `HeadlineDrawnProvider`: what shows answers is a part of its own, which may come later
 */
export function useFocus(view: View, scroller: RefObject<HTMLElement | null>): HeadlineDrawn {
  const focused = useRef<Element | null>(null);
  /** The headline of an answer that was asked for is not drawn yet. */
  const awaited = useRef(false);
  useEffect(() => {
    const note = ({ target }: FocusEvent) => (focused.current = target instanceof Element ? target : null);
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  const shown = useRef<View | null>(null);
  useEffect(() => {
    if (view.name === 'starting' || view.name === 'reading') return;
    const before = shown.current;
    shown.current = view;
    if (before === view) return;
    const place = scroller.current;
    if (!place) return;
    const isSame = before !== null && headOf(before)?.id === headOf(view)?.id && headOf(view) !== null;
    if (!isSame) place.scrollTo(0, 0);
    const head = headOf(view);
    const wasAsked = head !== null && head.door !== 'open-item' && !isSame;
    const isLost = focused.current !== null && !focused.current.isConnected;
    awaited.current = false;
    if (!wasAsked && !isLost) return;
    const headline = place.querySelector<HTMLElement>('.card:not(.reading) h1');
    if (headline) headline.focus({ preventScroll: true });
    else awaited.current = true;
  }, [view, scroller]);
  return useCallback((headline) => {
    if (awaited.current) headline.focus({ preventScroll: true });
    awaited.current = false;
  }, []);
}

/** For a headline. @param isAnswer false for what only says that an answer is coming: the focus waits for that one */
export function useHeadline(isAnswer: boolean): RefObject<HTMLHeadingElement> {
  const drawn = useContext(HeadlineDrawnContext);
  const headline = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isAnswer && headline.current) drawn(headline.current);
  }, [drawn, isAnswer]);
  return headline;
}
