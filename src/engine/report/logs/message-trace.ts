/**
 * A message trace says `Failed` and nothing more; why it did stands in the mail's details. Exports are known by columns
 * that no other program has: `MessageTraceId`, `recipient_status`.
 */
import logs from '../../../knowledge/logs.json';
import { categoryOf, type Category } from '../../record/category';
import type { EventKind } from '../../record/outcome';
import { isField, plainName } from './fields';

/** @param names of the columns, or of an object's fields: one that only a trace has, or all that a short export of it has */
export function isTrace(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  return names.some((name) => isField(name, 'trace')) || logs.traceColumns.every((name) => plain.has(name));
}

export const traceCategory = (names: readonly string[], event: EventKind | null): Category | null =>
  event === 'failed' && isTrace(names) ? categoryOf('message trace failed') : null;
