/**
 * How large an email was, and what was allowed, as a server's answer says it:
 *
 *     message size 38109211 exceeds size limit 26214400 of server mx.example.org    Postfix
 *     552 Message exceeds maximum size of 10240 KB
 *     552 Refused: the size of your message is 31 MB
 */
import data from '../../knowledge/sizes.json';
import { alternatives } from '../words/whole-words';

/** In bytes; null for what the answer does not say. */
export interface Sizes {
  email: number | null;
  limit: number | null;
}

type Unit = keyof typeof data.units;
/** As mail servers count. */
const BYTES: Record<Unit, number> = { byte: 1, kilobyte: 1024, megabyte: 1024 * 1024 };
const UNITS = Object.entries(data.units) as [Unit, string[]][];

const SIZE = new RegExp(
  `(?<![\\w.:#/\\[-])(\\d{1,12}(?:\\.\\d{1,2})?) ?(${alternatives(UNITS.flatMap(([, names]) => names))})?(?![\\w:\\]-]|\\.\\d)`,
  'gi',
);
/** A smaller number without a unit is a code, or counts something else. */
const LEAST_BARE = 100_000;
const MOST = 1024 ** 4;
/** Characters before a number in which a word says what it is. */
const BESIDE = 40;
const MAX_READ = 2_000;
const LIMIT = new RegExp(`(?:${alternatives(data.limit)})`, 'i');
const EMAIL = new RegExp(`(?:${alternatives(data.email)})`, 'i');

/** @returns null where the answer names no size */
export function sizesIn(answer: string): Sizes | null {
  const text = answer.slice(0, MAX_READ);
  const found = [...text.matchAll(SIZE)].flatMap(({ 1: number = '', 2: unit, index }) => {
    const bytes = bytesOf(number, unit);
    return bytes === null ? [] : { bytes, before: text.slice(Math.max(0, index - BESIDE), index) };
  });
  const sizes = [...new Set(found.map(({ bytes }) => bytes))].sort((a, b) => b - a);
  const [larger = null, smaller = null] = sizes;
  if (sizes.length > 2 || larger === null) return null;
  // It was refused, so the email is the larger one.
  if (smaller !== null) return { email: larger, limit: smaller };
  const { before = '' } = found[0] ?? {};
  if (LIMIT.test(before)) return { email: null, limit: larger };
  return EMAIL.test(before) ? { email: larger, limit: null } : null;
}

function bytesOf(number: string, name: string | undefined): number | null {
  const value = Number(number);
  const unit = UNITS.find(([, names]) => name !== undefined && names.includes(name.toLowerCase()))?.[0];
  if (unit === undefined && value < LEAST_BARE) return null;
  const bytes = Math.round(value * BYTES[unit ?? 'byte']);
  return bytes > 0 && bytes < MOST ? bytes : null;
}
