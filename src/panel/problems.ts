import { InputError } from '../engine/input';
import { DoorProblem } from '../outlook/door';
import type { Problem } from './state';

/** What to tell the admin about anything that was thrown while a message was read. */
export function problemOf(error: unknown): Problem {
  if (error instanceof DoorProblem) return named('panel.problems', error.code, error.detail);
  if (error instanceof InputError) return named('engine.problems', error.code, error.message);
  return named('panel.problems', 'unexpected', error instanceof Error ? error.name : typeof error);
}

const named = (group: string, code: string, detail: string): Problem => ({
  code,
  text: { key: `${group}.${code}`, values: {} },
  detail,
});
