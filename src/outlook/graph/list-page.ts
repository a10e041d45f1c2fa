/** One page of any list of Microsoft Graph: `{"value":[…],"@odata.nextLink":"https://…"}`. */
import { DoorProblem } from '../door';

export interface ListPage {
  /** What is no object is an empty one. */
  items: Record<string, unknown>[];
  /** The address of the next page, as the answer names it; null at the end. */
  next: URL | null;
}

/** @throws DoorProblem `graph-cut` where the answer is no list */
export function readList(answer: unknown): ListPage {
  const { value, '@odata.nextLink': next } = asRecord(answer);
  if (!Array.isArray(value)) throw new DoorProblem('graph-cut', 'the answer is no list');
  return {
    items: value.map(asRecord),
    next: next === undefined || next === null ? null : addressOf(next),
  };
}

function addressOf(link: unknown): URL {
  const address = typeof link === 'string' && URL.canParse(link) ? new URL(link) : null;
  if (!address) throw new DoorProblem('graph-cut', 'the next page has no address');
  return address;
}

export const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
export const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
