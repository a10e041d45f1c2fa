import { appContext, type AddinIdentity } from './app-context';
import type { CallDispatcher } from './call-dispatcher';
import { ErrorCode, Notice, WireEvent } from './calls';
import type { GraphMode } from '../graph/local-token';
import { lackedBy, type Profile } from './profiles';
import {
  ActionType,
  frameName,
  MessageType,
  readRequest,
  RequestName,
  ResponseType,
  type WireRequest,
  type WireResponse,
} from './wire';

/** One line of the message log. */
export interface LogEntry {
  direction: 'from pane' | 'to pane';
  /** Since the mailbox page was opened. */
  ms: number;
  message: unknown;
}

/** What a pane needs to run. */
export interface AddinPaneOptions {
  container: HTMLElement;
  url: string;
  identity: AddinIdentity;
  profile: Profile;
  /** Colours at start, `#rrggbb` by name; null where the client tells none. */
  officeTheme: Record<string, string> | null;
  /** How sign-in and Graph behave. */
  graph: GraphMode;
  /** Initial data of the mail that the add-in is to know of; null for none. */
  told: () => Record<string, unknown> | null;
  /** Initial data where there is no item. */
  itemless: () => Record<string, unknown>;
  roamingSettings: () => Record<string, string>;
  dispatcher: CallDispatcher;
  log: (entry: LogEntry) => void;
  /** office.js has spoken for the first time. */
  onHeard: () => void;
  /** The focus wants to leave the pane, or a key was pressed that office.js keeps for the host. */
  onNotice: (notice: number) => void;
}

/**
 * One iframe with an add-in in it, and the host's side of its conversation with office.js.
 *
 * office.js trusts a host on https with the pane's own host name, whatever the port. We in turn
 * listen to that frame, that origin and that conversation only.
 */
export class AddinPane {
  readonly frame: HTMLIFrameElement;
  readonly #conversationId = crypto.randomUUID();
  readonly #origin: string;
  readonly #registered = new Set<string>();
  readonly #listener = (event: MessageEvent): void => this.#receive(event);
  #heard = false;

  constructor(private readonly options: AddinPaneOptions) {
    this.#origin = new URL(options.url, location.href).origin;
    addEventListener('message', this.#listener);
    this.frame = document.createElement('iframe');
    this.frame.title = options.identity.addinName;
    this.frame.name = frameName({
      conversationId: this.#conversationId,
      addinId: options.identity.addinId,
      hostOrigin: location.origin,
      locale: options.identity.locale,
      devHost: {
        hostName: options.profile.hostName,
        platform: options.profile.platform,
        lacks: lackedBy(options.profile),
        officeTheme: options.officeTheme,
        graph: 'NestedAppAuth' in options.profile.requirementSets.value ? options.graph : null,
      },
    });
    // Without it the browser's permissions policy blocks the clipboard API in a frame of another origin.
    if (options.profile.clipboardApi.value) this.frame.allow = 'clipboard-read; clipboard-write';
    this.frame.src = options.url;
    options.container.replaceChildren(this.frame);
  }

  /** Has office.js in the pane spoken yet? */
  get heard(): boolean {
    return this.#heard;
  }

  /** Has the add-in registered for this event? */
  listensTo(event: string): boolean {
    return this.#registered.has(event);
  }

  /** Ends the conversation and takes the frame away. */
  close(): void {
    removeEventListener('message', this.#listener);
    this.frame.remove();
  }

  /** Sends an event to an add-in that registered for it; false if it has not. */
  emit(event: string, data: unknown): boolean {
    if (!this.listensTo(event)) return false;
    this.#post(event, 0, data, ResponseType.event);
    return true;
  }

  /** Tells of the mail that it is to know of now; the empty text means none. */
  emitItemChanged(): boolean {
    return this.emit(WireEvent.itemChanged, this.options.told() ?? '');
  }

  /** Tells the new colours: numbers, in one JSON text, in a list of one. */
  emitThemeChanged(theme: Record<string, string>): boolean {
    const numbers = Object.entries(theme).map(([name, colour]) => [
      name,
      Number.parseInt(colour.slice(1), 16),
    ]);
    this.emit(WireEvent.devHostTheme, theme);
    return this.emit(WireEvent.themeChanged, [JSON.stringify(Object.fromEntries(numbers))]);
  }

  /** Hands the keyboard focus to the pane's first control. */
  focus(): void {
    this.frame.focus();
    this.#send({
      _messageType: MessageType.request,
      _actionName: 'Office_notifyAgave',
      _actionType: ActionType.invoke,
      _conversationId: `${this.#conversationId}_ntf`,
      _correlationId: 0,
      _origin: location.origin,
      _data: [Notice.tabIn],
      _serializerVersion: 1,
    });
  }

  #receive(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow || event.origin !== this.#origin) return;
    const request = readRequest(event.data, this.#conversationId);
    if (!request) return;
    this.options.log({ direction: 'from pane', ms: performance.now(), message: request });
    if (!this.#heard) {
      this.#heard = true;
      this.options.onHeard();
    }
    if (request._actionType === ActionType.register) {
      this.#registered.add(request._actionName);
      this.#answer(request, { Error: 0 });
    } else if (request._actionType === ActionType.unregister) {
      this.#registered.delete(request._actionName);
      this.#answer(request, { Error: 0 });
    } else {
      void this.#invoke(request);
    }
  }

  async #invoke(request: WireRequest): Promise<void> {
    const { identity, profile, roamingSettings, told, itemless, dispatcher, onNotice } = this.options;
    switch (request._actionName) {
      case RequestName.appContext:
        // The first message of every page load, so also of a reload: what was registered is gone.
        this.#registered.clear();
        return this.#answer(
          request,
          appContext(identity, profile, this.#conversationId, roamingSettings(), location.origin),
        );
      case RequestName.initialData:
        return this.#answer(request, told() ?? itemless());
      case RequestName.notice: {
        const [, notice] = request._data as [string, number];
        onNotice(notice);
        return this.#answer(request, null);
      }
      case RequestName.execute: {
        const { MethodData, ApiParams } = request._data as {
          MethodData: { DispatchId: number };
          ApiParams?: unknown;
        };
        return this.#answerCall(request, await dispatcher.answer(MethodData.DispatchId, ApiParams));
      }
      case RequestName.executeShared: {
        const { DdaMethod } = request._data as { DdaMethod: { DispatchId: number } };
        const answer = await dispatcher.answer(`shared ${String(DdaMethod.DispatchId)}`, request._data);
        return this.#answerCall(request, answer && asShared(answer));
      }
      default:
        return this.#answerCall(request, await dispatcher.answer(request._actionName, request._data));
    }
  }

  #answerCall(request: WireRequest, data: Record<string, unknown> | null): void {
    if (data) this.#answer(request, data);
  }

  #answer(request: WireRequest, data: unknown): void {
    this.#post(request._actionName, request._correlationId, data, ResponseType.call);
  }

  #post(name: string, correlationId: number, data: unknown, responseType: number): void {
    const message: WireResponse = {
      _messageType: MessageType.response,
      _actionName: name,
      _conversationId: this.#conversationId,
      _correlationId: correlationId,
      _origin: location.origin,
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.#send(message);
  }

  #send(message: object): void {
    this.options.log({ direction: 'to pane', ms: performance.now(), message });
    this.frame.contentWindow?.postMessage(JSON.stringify(message), this.#origin);
  }
}

/** The shared family has an answer form of its own. */
function asShared(answer: Record<string, unknown>): Record<string, unknown> {
  if (answer.error) return { Version: 1, Error: answer.errorCode ?? ErrorCode.internalError };
  return { Version: 1, Error: 0, ...(answer.data as object | undefined) };
}
