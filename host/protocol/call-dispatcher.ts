import { ErrorCode, type CallId } from './calls';

/** Does one call: parameters in, `data` of the answer out. Throws CallError to fail. */
export type CallHandler = (params: unknown) => unknown;

/** A failure that the add-in is to see as `asyncResult.error.code`. */
export class CallError extends Error {
  override readonly name = 'CallError';
  constructor(
    readonly code: number,
    message = '',
    /** Further fields, for the few calls whose answer has a form of its own. */
    readonly fields: Record<string, unknown> = {},
  ) {
    super(message || `code ${String(code)}`);
  }
}

/** Returned by a handler whose call has an answer form of its own: these fields are sent as they are. */
export class RawAnswer {
  constructor(readonly fields: Record<string, unknown>) {}
}

/** How a call misbehaves. */
export type Fault = { kind: 'mute' } | { kind: 'fail'; code: number } | { kind: 'delay'; ms: number };

/**
 * Answers calls, and misbehaves where a test asks for it.
 *
 * Every call is answered, unknown ones too: office.js never calls back for an unanswered one.
 */
export class CallDispatcher {
  readonly #faults = new Map<string, Fault>();

  constructor(
    private readonly handlers: ReadonlyMap<CallId, CallHandler>,
    /** The client's own misbehaviour at this moment; what a test asks for goes before it. */
    private readonly ownFault: (id: CallId) => Fault | null = () => null,
  ) {}

  /** From now on this call is never answered. */
  mute(id: CallId): void {
    this.#faults.set(String(id), { kind: 'mute' });
  }

  /** From now on this call fails with this code. */
  fail(id: CallId, code: number): void {
    this.#faults.set(String(id), { kind: 'fail', code });
  }

  /** From now on this call's answer, made when asked, arrives late. */
  delay(id: CallId, ms: number): void {
    this.#faults.set(String(id), { kind: 'delay', ms });
  }

  /** Ends the misbehaviour of one call, or of all. */
  restore(id?: CallId): void {
    if (id === undefined) this.#faults.clear();
    else this.#faults.delete(String(id));
  }

  /** The `_data` of the answer, or null where nothing is to be sent. */
  async answer(id: CallId, params: unknown): Promise<Record<string, unknown> | null> {
    const fault = this.#faults.get(String(id)) ?? this.ownFault(id);
    if (fault?.kind === 'mute') return null;
    const answer = fault?.kind === 'fail' ? failure(new CallError(fault.code)) : await this.#run(id, params);
    if (fault?.kind === 'delay') await new Promise((done) => setTimeout(done, fault.ms));
    return answer;
  }

  async #run(id: CallId, params: unknown): Promise<Record<string, unknown>> {
    try {
      const handler = this.handlers.get(id);
      if (!handler) throw new CallError(ErrorCode.hostError, `the stand-in mailbox does not know call ${id}`);
      const data = await handler(params);
      return data instanceof RawAnswer ? data.fields : { error: false, wasSuccessful: true, data };
    } catch (error) {
      return failure(error);
    }
  }
}

/** Always with a code: without one the add-in would see `undefined`. */
function failure(error: unknown): Record<string, unknown> {
  const known = error instanceof CallError ? error : new CallError(ErrorCode.internalError, String(error));
  return {
    error: true,
    wasSuccessful: false,
    errorCode: known.code,
    errorMessage: known.message,
    ...known.fields,
  };
}
