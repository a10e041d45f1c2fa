import { byId } from './elements';
import { clampWidth, narrowest, widest } from './pane-width';

const PIXELS_PER_KEY = 10;

/** Lets the width be changed by dragging, by arrow keys, and between its ends by a double click. */
export function showHandle(start: number): void {
  const handle = byId('handle');
  let width = start;
  const set = (next: number): void => {
    width = clampWidth(next);
    byId('columns').style.setProperty('--pane-width', `${String(width)}px`);
    byId('width').textContent = `${String(width)} px`;
    handle.setAttribute('aria-valuenow', String(width));
  };
  handle.setAttribute('aria-valuemin', String(narrowest));
  handle.setAttribute('aria-valuemax', String(widest));
  handle.addEventListener('pointerdown', (event) => {
    // Captured, so that the pointer is not lost to the frame that it moves over.
    handle.setPointerCapture(event.pointerId);
  });
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  });
  handle.addEventListener('dblclick', () => set(width === narrowest ? widest : narrowest));
  handle.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') set(width + PIXELS_PER_KEY);
    if (key === 'ArrowRight') set(width - PIXELS_PER_KEY);
    if (key === 'Home') set(narrowest);
    if (key === 'End') set(widest);
  });
  set(start);
}
