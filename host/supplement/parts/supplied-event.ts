import { ErrorCode } from '../../protocol/calls';
import { failed, lastArguments, succeeded } from './async-results';
import { channelOf, registration, type AppFactory } from './internals';

type Handler = (args: unknown) => void;

/** An event that this office.js does not know: any number of handlers here, one registration at the host. */
export class SuppliedEvent {
  readonly #handlers = new Set<Handler>();

  constructor(
    private readonly factory: AppFactory,
    /** Its name on the wire, which is its value in `Office.EventType` as well. */
    private readonly name: string,
    private readonly options: {
      /** The client has no such event: registering fails. */
      refused: boolean;
      /** From what the host sends to what handlers get. */
      argumentsOf: (data: unknown) => object;
    },
  ) {}

  add(handler: Handler, rest: readonly unknown[]): void {
    const { callback, asyncContext } = lastArguments(rest);
    if (this.options.refused) {
      callback(failed(ErrorCode.unknownEventType, 'this client has no such event', asyncContext));
      return;
    }
    const first = this.#handlers.size === 0;
    this.#handlers.add(handler);
    if (!first) {
      callback(succeeded(undefined, asyncContext));
      return;
    }
    channelOf(this.factory).registerForEvent(
      this.name,
      (data) => this.#tell(data),
      (code) => {
        const refused = code !== 0;
        if (refused) this.#handlers.clear();
        callback(
          refused
            ? failed(ErrorCode.internalError, 'registration failed', asyncContext)
            : succeeded(undefined, asyncContext),
        );
      },
      registration(this.factory),
    );
  }

  removeAll(rest: readonly unknown[]): void {
    const { callback, asyncContext } = lastArguments(rest);
    this.#handlers.clear();
    channelOf(this.factory).unregisterForEvent(
      this.name,
      () => callback(succeeded(undefined, asyncContext)),
      registration(this.factory),
    );
  }

  #tell(data: unknown): void {
    const args = { type: this.name, ...this.options.argumentsOf(data) };
    for (const handler of this.#handlers) handler(args);
  }
}
