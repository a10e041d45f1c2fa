import { CallError, type CallHandler } from './call-dispatcher';
import { Call, ErrorCode, type CallId } from './calls';

/** A line above the mail, put there by the add-in. */
export interface Notification {
  key: string;
  message?: string;
}

/** The notifications of the selected mail; they go when another is chosen. */
export class Notifications {
  readonly #shown = new Map<string, Notification>();

  constructor(private readonly onChange: (shown: Notification[]) => void) {}

  /** The calls by which the add-in sees and changes them. */
  calls(): Map<CallId, CallHandler> {
    return new Map<CallId, CallHandler>([
      [Call.notificationAdd, (params) => this.#add(params as Notification)],
      [Call.notificationGetAll, () => [...this.#shown.values()]],
      [Call.notificationReplace, (params) => this.#replace(params as Notification)],
      [Call.notificationRemove, (params) => this.#remove(params as Notification)],
    ]);
  }

  clear(): void {
    this.#shown.clear();
    this.#changed();
  }

  #add(notification: Notification): void {
    if (this.#shown.has(notification.key)) throw new CallError(ErrorCode.duplicateNotificationKey);
    this.#shown.set(notification.key, notification);
    this.#changed();
  }

  #replace(notification: Notification): void {
    if (!this.#shown.has(notification.key)) throw new CallError(ErrorCode.unknownNotificationKey);
    this.#shown.set(notification.key, notification);
    this.#changed();
  }

  #remove({ key }: Notification): void {
    if (!this.#shown.delete(key)) throw new CallError(ErrorCode.unknownNotificationKey);
    this.#changed();
  }

  #changed(): void {
    this.onChange([...this.#shown.values()]);
  }
}
