import { DoorProblem } from './door';

/**
 * How long one Office call may take. Some never call back (after an item switch, or in clients of 2026
 * with a pinned pane); those that do answer need well under a second even for a large mail.
 */
export const CALL_LIMIT_MS = 8_000;

/**
 * One Office call as a promise that always settles.
 * Rejects with DoorProblem `no-answer` when the time is up, `refused` when Office says no or throws.
 *
 * @example
 * const html = await call<string>((done) => item.body.getAsync('html', done));
 */
export function call<Value>(
  start: (done: (result: Office.AsyncResult<Value>) => void) => void,
  limitMs = CALL_LIMIT_MS,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DoorProblem('no-answer', `no answer within ${limitMs} ms`)),
      limitMs,
    );
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      finish();
    };
    try {
      start((result) =>
        settle(() => {
          // The text is compared, not Office's enum: there may be no Office object to read it from.
          if (String(result.status) === 'succeeded') resolve(result.value);
          else reject(new DoorProblem('refused', describe(result.error)));
        }),
      );
    } catch (error) {
      settle(() => reject(new DoorProblem('refused', describe(error))));
    }
  });
}

function describe(error: unknown): string {
  const { code, name, message } = (error ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  const parts = [code, name, message].filter((part) => part !== undefined && part !== '').map(String);
  return parts.join(' ') || 'no reason given';
}
