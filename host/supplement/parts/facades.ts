import { Call, WireEvent } from '../../protocol/calls';
import type { DevHost } from '../../protocol/wire';
import { followHtmlDrags } from './html-drags';
import { channelOf, registration, type AppFactory } from './internals';
import { ownCall } from './own-call';
import { SuppliedEvent } from './supplied-event';
import { dragArguments } from './wire-drag';

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
  // Later, since the channel is not open while office.js is still setting up.
  queueMicrotask(() => followHtmlDrags(factory));
  if (!context.officeTheme && devHost.officeTheme) {
    let theme = devHost.officeTheme;
    extra.officeTheme = { enumerable: true, get: () => ({ ...theme }) };
    const follow = (data: unknown): void => {
      theme = data as Record<string, string>;
    };
    // By an event of our own, so that an add-in which removes its theme handlers does not remove this one.
    queueMicrotask(() =>
      channelOf(factory).registerForEvent(WireEvent.devHostTheme, follow, null, registration(factory)),
    );
  }
  return Object.create(context, { ...extra, ...gaps(devHost.lacks) }) as object;
}

function mailboxFacade(mailbox: RealMailbox, devHost: DevHost, factory: AppFactory): object {
  const supplied = suppliedEvents(devHost, factory);
  const itemOf = itemFacades(devHost, factory);
  return Object.create(mailbox, {
    item: { enumerable: true, get: () => itemOf(mailbox.item) },
    diagnostics: { value: Object.create(mailbox.diagnostics, { hostName: { value: devHost.hostName } }) },
    addHandlerAsync: {
      value: (type: unknown, handler: unknown, ...rest: unknown[]) => {
        const event = supplied.get(type);
        if (event) event.add(handler as (args: unknown) => void, rest);
        else mailbox.addHandlerAsync(type, handler, ...rest);
      },
    },
    removeHandlerAsync: {
      value: (type: unknown, ...rest: unknown[]) => {
        const event = supplied.get(type);
        if (event) event.removeAll(rest);
        else mailbox.removeHandlerAsync(type, ...rest);
      },
    },
    ...gaps(devHost.lacks),
  }) as object;
}

/** Events that this office.js does not know, by their value in `Office.EventType`. */
function suppliedEvents({ lacks }: DevHost, factory: AppFactory): Map<unknown, SuppliedEvent> {
  const names = Office.EventType as unknown as Record<string, string | undefined>;
  const newer = [
    { name: 'DragAndDropEvent', wire: WireEvent.dragAndDrop, argumentsOf: dragArguments },
    { name: 'SelectedItemsChanged', wire: WireEvent.selectedItemsChanged, argumentsOf: () => ({}) },
  ].filter(({ name }) => names[name] === undefined);
  return new Map(
    newer.map(({ name, wire, argumentsOf }) => {
      // The name is there in every client; where the event is not, registering for it fails.
      names[name] = wire;
      return [wire, new SuppliedEvent(factory, wire, { refused: lacks.includes(name), argumentsOf })];
    }),
  );
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
