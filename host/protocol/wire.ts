/**
 * The messages between office.js and the window around it: JSON texts through postMessage.
 * Field names and values are office.js's own.
 */

import type { GraphMode } from '../graph/local-token';

/** What a message is. */
export const MessageType = { request: 0, response: 1 } as const;
/** What a request wants. */
export const ActionType = { invoke: 0, register: 1, unregister: 2 } as const;
/** What a response is for. */
export const ResponseType = { call: 0, event: 1 } as const;

/** Request names that are not events and not calls of our own. */
export const RequestName = {
  appContext: 'ContextActivationManager_getAppContextAsync',
  initialData: 'GetInitialData',
  execute: 'ExecuteMethod',
  /** Lower-case on purpose: the family of calls that all Office hosts share. */
  executeShared: 'executeMethod',
  notice: 'ContextActivationManager_notifyHost',
} as const;

/** A request from office.js. */
export interface WireRequest {
  _messageType: number;
  _actionType: number;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _data: unknown;
}

/** An answer or an event to office.js. */
export interface WireResponse {
  _messageType: 1;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _origin: string;
  _data: unknown;
  _errorCode: number;
  _responseType: number;
  _serializerVersion: 1;
}

/** Reads a message event's data; null for everything that is not a request of this conversation. */
export function readRequest(data: unknown, conversationId: string): WireRequest | null {
  if (typeof data !== 'string') return null;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return null;
  }
  if (typeof message !== 'object' || message === null) return null;
  const request = message as Partial<WireRequest>;
  const ours =
    request._messageType === MessageType.request &&
    request._conversationId === conversationId &&
    typeof request._actionName === 'string';
  return ours ? (request as WireRequest) : null;
}

/** What office.js reads from the frame's name before it can talk, and what our supplement reads there. */
export interface FrameNaming {
  conversationId: string;
  addinId: string;
  hostOrigin: string;
  locale: string;
  /** Ours; office.js ignores it. */
  devHost: DevHost;
}

/** What the supplement is told: which client it plays. */
export interface DevHost {
  hostName: string;
  platform: string;
  /** Names of calls and events that this client has not. */
  lacks: readonly string[];
  officeTheme: Record<string, string> | null;
  /** How sign-in and Graph behave; null where the client has no nested sign-in. */
  graph: GraphMode | null;
}

/** Writes the frame's name. It must be set before the frame is inserted. */
export function frameName({ conversationId, addinId, hostOrigin, locale, devHost }: FrameNaming): string {
  // host, platform, version, locale, correlation, is-dialog, logging. Without the last one office.js
  // sends telemetry to Microsoft.
  const hostInfo = ['Outlook', 'Web', '16.01', locale, conversationId, '', 'disableLogging'];
  return JSON.stringify({
    baseFrameName: `addin-${conversationId}`,
    hostInfo: hostInfo.join('$'),
    xdmInfo: [conversationId, addinId, hostOrigin].join('|'),
    serializerVersion: 1,
    devHost,
  });
}
