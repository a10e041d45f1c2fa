/**
 * A mail's date as ISO 8601 in UTC.
 * @returns null where there is none or it cannot be read
 */
export function isoDate(value: string | null): string | null {
  if (value === null) return null;
  // Comments such as `(CET)` confuse some engines.
  const time = Date.parse(
    value
      .slice(0, 100)
      .replace(/\([^()]{0,40}\)/g, '')
      .trim(),
  );
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
