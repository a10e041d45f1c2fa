import { Call, ErrorCode, WireEvent } from '../../protocol/calls';
import type { DevHost } from '../../protocol/wire';
import { failed, lastArguments } from './async-results';
import { DragEvents } from './drag-events';
import { channelOf, registration, type AppFactory } from './internals';
import { ownCall } from './own-call';

interface RealMailbox {
  item: object | null | undefined;
  diagnostics: object;
  addHandlerAsync(type: unknown, handler: unknown, ...rest: unknown[]): void;
  removeHandlerAsync(type: unknown, ...rest: unknown[]): void;
}
interface RealContext {
  mailbox: RealMailbox;
  officeTheme?: unknown;
}

/** The names that the played client lacks, as properties that hide the real ones. */
const gaps = (lacks: readonly string[]): PropertyDescriptorMap =>
  Object.fromEntries(lacks.map((name) => [name, { value: undefined }]));

/** `Office.context` as the played client has it. */
export function contextFacade(real: object, devHost: DevHost, factory: AppFactory): object {
  const context = real as RealContext;
  const extra: PropertyDescriptorMap = {
    mailbox: { enumerable: true, value: mailboxFacade(context.mailbox, devHost, factory) },
  };
  if (!context.officeTheme && devHost.officeTheme) {
    let theme = devHost.officeTheme;
    extra.officeTheme = { enumerable: true, get: () => ({ ...theme }) };
    const follow = (data: unknown): void => {
      theme = data as Record<string, string>;
    };
    // Later, since the channel is not open while office.js is still setting up; by an event of our own,
    // so that an add-in which removes its theme handlers does not remove this one.
    queueMicrotask(() =>
      channelOf(factory).registerForEvent(WireEvent.devHostTheme, follow, null, registration(factory)),
    );
  }
  return Object.create(context, { ...extra, ...gaps(devHost.lacks) }) as object;
}

function mailboxFacade(mailbox: RealMailbox, devHost: DevHost, factory: AppFactory): object {
  const drags = new DragEvents(factory);
  const eventTypes = Office.EventType as unknown as Record<string, string | undefined>;
  // The name is there in every client; where the event is not, registering for it fails.
  const supplied = eventTypes.DragAndDropEvent === undefined;
  eventTypes.DragAndDropEvent ??= WireEvent.dragAndDrop;
  const refusesDrags = devHost.lacks.includes('DragAndDropEvent');
  const isDrag = (type: unknown): boolean => supplied && type === WireEvent.dragAndDrop;
  const itemOf = itemFacades(devHost, factory);
  return Object.create(mailbox, {
    item: { enumerable: true, get: () => itemOf(mailbox.item) },
    diagnostics: { value: Object.create(mailbox.diagnostics, { hostName: { value: devHost.hostName } }) },
    addHandlerAsync: {
      value: (type: unknown, handler: unknown, ...rest: unknown[]) =>
        isDrag(type)
          ? refusesDrags
            ? refuse(rest)
            : drags.add(handler as (args: unknown) => void, rest)
          : mailbox.addHandlerAsync(type, handler, ...rest),
    },
    removeHandlerAsync: {
      value: (type: unknown, ...rest: unknown[]) =>
        isDrag(type) ? drags.removeAll(rest) : mailbox.removeHandlerAsync(type, ...rest),
    },
    ...gaps(devHost.lacks),
  }) as object;
}

function refuse(rest: readonly unknown[]): void {
  const { callback, asyncContext } = lastArguments(rest);
  callback(failed(ErrorCode.unknownEventType, 'this client has no such event', asyncContext));
}

/** The same real item gives the same facade; no item stays null or undefined. */
function itemFacades(devHost: DevHost, factory: AppFactory) {
  const facades = new WeakMap<object, object>();
  return (item: object | null | undefined): object | null | undefined => {
    if (!item) return item;
    const known = facades.get(item);
    if (known) return known;
    const asFile = ownCall(
      () => channelOf(factory),
      Call.asFile,
      () => ({}),
    );
    const facade = Object.create(item, {
      ...('getAsFileAsync' in item ? {} : { getAsFileAsync: { enumerable: true, value: asFile } }),
      ...gaps(devHost.lacks),
    }) as object;
    facades.set(item, facade);
    return facade;
  };
}
