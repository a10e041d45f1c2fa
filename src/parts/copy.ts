/**
 * Copying inside Outlook. In the web client the clipboard API is blocked in frames, and on the Mac a
 * copy counts only inside the click: so the old synchronous way comes first, then the API, and if
 * both fail the caller shows the text selected.
 */

export type CopyOutcome = 'copied' | 'by-hand';

/** What goes to the clipboard: a program takes the form that it understands. */
export interface Copied {
  text: string;
  /** The same with links and lists; left out where there is nothing to gain by it. */
  html?: string;
}

/** A prompt that nobody answers must not leave the button mute. */
const ANSWER_WITHIN_MS = 1_000;

/**
 * Copies both forms; call it straight from the click, with nothing awaited before.
 *
 * @param near the button, so that the helper stays inside its dialog or region
 */
export async function copy(copied: Copied, near: HTMLElement): Promise<CopyOutcome> {
  if (copyNow(copied, near)) return 'copied';
  try {
    await withLimit(navigator.clipboard.writeText(copied.text));
    return 'copied';
  } catch {
    return 'by-hand';
  }
}

const withLimit = (writing: Promise<void>): Promise<void> =>
  Promise.race([
    writing,
    new Promise<void>((_, reject) => setTimeout(() => reject(new Error('no answer')), ANSWER_WITHIN_MS)),
  ]);

/** The synchronous rung: a textarea (it keeps line breaks), selected, copied, removed; the event takes both forms. */
function copyNow({ text, html }: Copied, near: HTMLElement): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.tabIndex = -1;
  area.setAttribute('aria-hidden', 'true');
  // Not display:none, which cannot be selected. Set one by one: a style attribute would break the CSP.
  Object.assign(area.style, { position: 'fixed', top: '0', left: '0', opacity: '0', pointerEvents: 'none' });
  const fill = (event: ClipboardEvent) => {
    if (html === undefined || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  near.after(area);
  document.addEventListener('copy', fill);
  try {
    area.focus({ preventScroll: true });
    area.select();
    area.setSelectionRange(0, text.length);
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill);
    area.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
