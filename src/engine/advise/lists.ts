/** Several names or addresses in one sentence, joined as the language joins them. */
import { directionOf, isolate } from './direction';
import { listFormat } from './formats';

/**
 * In a language that is written from the right each item is isolated, so that the list as a whole still
 * runs from the right.
 *
 * @example listOf(['a@example.com', 'b@example.com'], 'de') // a@example.com und b@example.com
 */
export function listOf(items: readonly string[], language: string): string {
  const shown = directionOf(language) === 'rtl' ? items.map(isolate) : items;
  return listFormat(language).format(shown);
}
