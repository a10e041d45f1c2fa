/**
 * Copying inside Outlook. In the web client the clipboard API is blocked in frames, and on the Mac a
 * copy counts only inside the click: so the old synchronous way comes first, then the API, and if
 * both fail the caller shows the text selected.
 */

export type CopyOutcome = 'copied' | 'by-hand';

/**
 * Copies the text; call it straight from the click, with nothing awaited before.
 *
 * @param near the button, so that the helper stays inside its dialog or region
 */
export async function copyText(text: string, near: HTMLElement): Promise<CopyOutcome> {
  if (copyNow(text, near)) return 'copied';
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'by-hand';
  }
}

/** The synchronous rung: a textarea (it keeps line breaks), selected, copied, removed. */
function copyNow(text: string, near: HTMLElement): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.tabIndex = -1;
  area.setAttribute('aria-hidden', 'true');
  // Not display:none, which cannot be selected. Set one by one: a style attribute would break the CSP.
  Object.assign(area.style, { position: 'fixed', top: '0', left: '0', opacity: '0', pointerEvents: 'none' });
  near.after(area);
  try {
    area.focus({ preventScroll: true });
    area.select();
    area.setSelectionRange(0, text.length);
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
