import { ErrorCode, WireEvent } from '../../protocol/calls';
import { failed, lastArguments, succeeded } from './async-results';
import { channelOf, registration, type AppFactory } from './internals';

/** What our host sends when a mail is dragged: file contents as base64, since the channel is JSON. */
export interface WireDrag {
  type: 'dragover' | 'drop';
  pageX: number;
  pageY: number;
  taskPaneX: number;
  taskPaneY: number;
  dataTransfer?: { files: { name: string; type: string; base64: string }[] };
}

type Handler = (args: unknown) => void;

/** Handlers of `Office.EventType.DragAndDropEvent`: any number here, one registration at the host. */
export class DragEvents {
  readonly #handlers = new Set<Handler>();

  constructor(private readonly factory: AppFactory) {}

  add(handler: Handler, rest: readonly unknown[]): void {
    const { callback, asyncContext } = lastArguments(rest);
    const first = this.#handlers.size === 0;
    this.#handlers.add(handler);
    if (!first) {
      callback(succeeded(undefined, asyncContext));
      return;
    }
    channelOf(this.factory).registerForEvent(
      WireEvent.dragAndDrop,
      (data) => this.#tell(data as WireDrag),
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
      WireEvent.dragAndDrop,
      () => callback(succeeded(undefined, asyncContext)),
      registration(this.factory),
    );
  }

  #tell(drag: WireDrag): void {
    const files = drag.dataTransfer?.files.map(({ name, type, base64 }) => ({
      name,
      type,
      fileContent: new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type }),
    }));
    const dragAndDropEventData = files ? { ...drag, dataTransfer: { files } } : drag;
    for (const handler of this.#handlers) handler({ type: WireEvent.dragAndDrop, dragAndDropEventData });
  }
}
