import { DoorProblem } from './door';

/**
 * How long one Office call may take. Some never call back (after an item switch, or in clients of 2026
 * with a pinned pane); those that do answer need well under a second even for a large mail.
 */
const CALL_LIMIT_MS = 8_000;

/** Calls that failed, for the diagnostics: `body.getAsync: no-answer`. Many failures of one kind are one line. */
const failures = new Set<string>();
export const failedCalls = (): readonly string[] => [...failures].slice(0, 30);

/**
 * One Office call as a promise that always settles.
 * Rejects with DoorProblem `no-answer` when the time is up, `refused` when Office says no or throws.
 *
 * @param name for the diagnostics
 * @example
 * const html = await call<string>('body.getAsync', (done) => item.body.getAsync('html', done));
 */
export function call<Value>(
  name: string,
  start: (done: (result: Office.AsyncResult<Value>) => void) => void,
  limitMs = CALL_LIMIT_MS,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const fail = (code: 'no-answer' | 'refused', detail: string) => {
      failures.add(`${name}: ${code} ${detail}`);
      reject(new DoorProblem(code, `${name}: ${detail}`));
    };
    const timer = setTimeout(() => fail('no-answer', `${limitMs} ms`), limitMs);
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      finish();
    };
    try {
      start((result) =>
        settle(() => {
          // The text is compared, not Office's enum: there may be no Office object to read it from.
          if (String(result.status) === 'succeeded') resolve(result.value);
          else fail('refused', describe(result.error));
        }),
      );
    } catch (error) {
      settle(() => fail('refused', describe(error)));
    }
  });
}

function describe(error: unknown): string {
  const { code, name, message } = (error ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  const parts = [code, name, message].filter((part) => part !== undefined && part !== '').map(String);
  return parts.join(' ') || 'no reason given';
}
