/** Outlook's own limits for a task pane, in CSS pixels. */
export const narrowest = 320;
export const widest = 450;

/** The nearest width a pane can have. */
export function clampWidth(width: number): number {
  if (Number.isNaN(width)) return narrowest;
  return Math.round(Math.min(widest, Math.max(narrowest, width)));
}
