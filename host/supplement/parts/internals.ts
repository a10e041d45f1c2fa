import type { DevHost } from '../../protocol/wire';

/** office.js's message channel to its host. */
export interface Channel {
  invoke(method: string, callback: (code: number, answer: unknown) => void, params: unknown): void;
  registerForEvent(
    event: string,
    handler: (data: unknown) => void,
    callback: ((code: number, answer: unknown) => void) | null,
    params: unknown,
  ): void;
  unregisterForEvent(event: string, callback: () => void, params: unknown): void;
}

/** The part of office.js's inside that the supplement leans on; a contract test guards it. */
export interface AppFactory {
  setContext(context: object): void;
  getId(): string;
  getClientEndPoint(): Channel | null | undefined;
  getInitializationHelper(): { _webAppState: { clientEndPoint: Channel } };
}

interface HostNames {
  getInstance(): { platformRemappings: { web?: string } };
}

/** office.js's inside; null where it is not loaded. */
export function officeInternals(): { factory: AppFactory; hostNames: HostNames } | null {
  const page = window as unknown as {
    OSF?: { _OfficeAppFactory: AppFactory };
    OfficeExt?: { HostName: { Host: HostNames } };
  };
  if (!page.OSF || !page.OfficeExt) return null;
  return { factory: page.OSF._OfficeAppFactory, hostNames: page.OfficeExt.HostName.Host };
}

/** What our mailbox wrote into the frame's name; null in every other window. */
export function readDevHost(): DevHost | null {
  try {
    return (JSON.parse(window.name) as { devHost?: DevHost }).devHost ?? null;
  } catch {
    return null;
  }
}

/** The channel, wherever this moment of the start has it. */
export function channelOf(factory: AppFactory): Channel {
  return factory.getClientEndPoint() ?? factory.getInitializationHelper()._webAppState.clientEndPoint;
}

/** What a registration carries; office.js insists on the fields, our host goes by the event's name. */
export function registration(factory: AppFactory): Record<string, unknown> {
  return { controlId: factory.getId(), eventDispId: -1, targetId: '' };
}
