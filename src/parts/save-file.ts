/** Long enough for every browser to have begun. */
const KEPT_MS = 60_000;

/**
 * Lets the reader keep a file. It was made in memory and goes nowhere else.
 *
 * @param name ours, never one that a mail named
 */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
