/** The name of a file in Content-Disposition or Content-Type. */
import { decodeWords } from './encoded-words';
import { parametersOf } from './parameters';

/** @returns null where the field names no file */
export function fileNameIn(field: string): string | null {
  if (!/name/i.test(field)) return null;
  const parameters = parametersOf(field);
  const name = parameters.get('filename') ?? parameters.get('name') ?? '';
  if (name === '') return null;
  return /%[0-9a-f]{2}/i.test(name) ? percents(name) : decodeWords(name);
}

/** Some write percents without saying so. */
function percents(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
