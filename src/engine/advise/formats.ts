/** Formats of `Intl`, each made once: making one takes as long as a few hundred uses of it. */

const made = new Map<string, unknown>();

/** @param make is asked once for each name */
function once<Format>(name: string, make: () => Format): Format {
  const known = made.get(name) as Format | undefined;
  const format = known ?? make();
  if (known === undefined) made.set(name, format);
  return format;
}

/** @param language BCP 47, here and below */
export const numberFormat = (language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  once(`number ${language} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options));

export const dateFormat = (language: string, options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat =>
  once(`date ${language} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(language, options));

export const listFormat = (language: string): Intl.ListFormat =>
  once(`list ${language}`, () => new Intl.ListFormat(language, { type: 'conjunction' }));

export const pluralRules = (language: string): Intl.PluralRules =>
  once(`plural ${language}`, () => new Intl.PluralRules(language));

/** The script that a language is written in, such as `Latn`; null where it is not known. */
export const scriptOf = (language: string): string | null =>
  once(`script ${language}`, () => ({ script: new Intl.Locale(language).maximize().script ?? null })).script;
