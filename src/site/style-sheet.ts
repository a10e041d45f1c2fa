/** Loads a style sheet, whose name holds its hash. A page without it is plain, but it works: nothing is thrown. */
export function loadStyleSheet({ href }: URL): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
