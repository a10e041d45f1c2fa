/**
 * A message trace says `Failed` and nothing more; why it did stands in the mail's details. Exports are known by columns
 * that no other program has: `MessageTraceId`, `recipient_status`.
 */
import { categoryOf, type Category } from '../../record/category';
import type { EventKind } from '../../record/outcome';
import { isField } from './fields';

/** @param names of the columns, or of an object's fields */
export const traceCategory = (names: readonly string[], event: EventKind | null): Category | null =>
  event === 'failed' && names.some((name) => isField(name, 'trace'))
    ? categoryOf('message trace failed')
    : null;
