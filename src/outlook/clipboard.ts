/** What a paste brings, wherever in the pane it lands. */

/** Files are worth more than text: a mail copied in a file manager also brings its name as text. */
export type Pasted = { files: File[] } | { text: string } | null;

/**
 * The content of a paste event: files, else text, else the copied page. A page's text is taken from the
 * browser, which writes it as one sees it; only a page without text is handed on as HTML.
 */
export function pastedContent(data: Pick<DataTransfer, 'files' | 'getData'> | null): Pasted {
  if (!data) return null;
  if (data.files.length > 0) return { files: [...data.files] };
  const text = data.getData('text/plain');
  if (text.trim()) return { text };
  const html = data.getData('text/html');
  // The engine tells a page from a text by its first element.
  return html.trim() ? { text: `<html>${html}</html>` } : null;
}

/**
 * Calls `onPaste` for a paste anywhere in the page, except in a field: there the reader goes on typing.
 * A field still gives up pasted files, which it could not hold. Returns the way to stop.
 */
export function watchPaste(onPaste: (pasted: NonNullable<Pasted>) => void): () => void {
  const listen = (event: ClipboardEvent) => {
    const pasted = pastedContent(event.clipboardData);
    const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (!pasted || (inField && !('files' in pasted))) return;
    event.preventDefault();
    onPaste(pasted);
  };
  document.addEventListener('paste', listen);
  return () => document.removeEventListener('paste', listen);
}
