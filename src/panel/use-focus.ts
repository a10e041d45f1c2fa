import { type RefObject, useEffect, useRef } from 'react';
import { headOf, type View } from './state';

/**
 * Where the reader is after the view has changed: at its top. An answer that was asked for takes the focus; so does
 * one whose arrival took away what had the focus. The message that is selected in Outlook takes none.
 */
export function useFocus(view: View, scroller: RefObject<HTMLElement | null>): void {
  const focused = useRef<Element | null>(null);
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
    if (!wasAsked && !isLost) return;
    return whenDrawn(() => headline(place));
  }, [view, scroller]);
}

const headline = (place: HTMLElement): HTMLElement | null =>
  place.querySelector<HTMLElement>('.card:not(.reading) h1');

/** Frames that the answer's own part may take to be drawn: it is a chunk of its own. */
const PATIENCE = 120;

/** Gives the focus to an element once it is there. @returns the way to stop */
function whenDrawn(find: () => HTMLElement | null): () => void {
  let frame = 0;
  let left = PATIENCE;
  const look = () => {
    const element = find();
    if (element) element.focus({ preventScroll: true });
    else if (left-- > 0) frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
