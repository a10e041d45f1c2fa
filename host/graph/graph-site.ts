/**
 * The part of Microsoft Graph v1.0 that the pane uses, as a server: lists of messages, and mails as files.
 * It answers whoever holds a token of our stand-in bridge (`local-token.ts`), from the pane's origin.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mailboxOwner } from '../protocol/mailbox-owner';
import type { Handler } from '../server/listen';
import { GraphError } from './graph-error';
import { idOf, listAnswer, messageJson } from './list-answer';
import { readLocalToken, type LocalTokenClaims } from './local-token';
import type { Mailboxes, StoredMessage } from './stored-message';
import { traceDetails, traceList } from './trace-answers';
import type { Traces } from './stored-trace';
import type { Throttle } from './throttle';

/** In the mode `throttled`, about every third request is refused. */
const THROTTLED_SHARE = 0.3;
/** In the mode `expired`, a token is refused after this number of requests. */
const REQUESTS_PER_TOKEN = 2;

export interface GraphSite {
  /** Read at the first request. */
  mailboxes: () => Promise<Mailboxes>;
  traces: Traces;
  throttle: Throttle;
  /** The message trace counts questions for rows and for details apart. */
  traceThrottles: { list: Throttle; details: Throttle };
  /** The origin that may read the answers. */
  paneOrigin: () => string;
  /** The server's own origin, for the addresses of next pages. */
  origin: () => string;
  /** Milliseconds before each answer. */
  delayMs?: number;
}

export function graphSite(site: GraphSite): Handler {
  const requestsByToken = new Map<string, number>();
  return async (request, response) => {
    allowPane(site, response);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const url = new URL(request.url ?? '/', site.origin());
    const end = site.throttle.begin(`${url.pathname}${url.search}`);
    try {
      if (site.delayMs) await new Promise((resolve) => setTimeout(resolve, site.delayMs));
      const claims = checkToken(request, requestsByToken);
      site.throttle.check(claims.mode === 'throttled' ? THROTTLED_SHARE : undefined);
      await answer(site, { url, request, response, claims });
    } catch (error) {
      sendError(response, error);
    } finally {
      end();
    }
  };
}

interface Asked {
  url: URL;
  request: IncomingMessage;
  response: ServerResponse;
  claims: LocalTokenClaims;
}

async function answer(site: GraphSite, { url, request, response, claims }: Asked): Promise<void> {
  if (request.method !== 'GET') throw new GraphError(405, 'Request_BadRequest', 'This server is read only.');
  const [, version, ...path] = url.pathname.split('/').map(decodeURIComponent);
  if (version !== 'v1.0') throw new GraphError(400, 'BadRequest', 'Only v1.0 is played.');
  if (path.slice(0, 4).join('/') === 'admin/exchange/tracing/messageTraces') {
    sendJson(response, await traceAnswer(site, url, path.slice(4), claims), claims.mode === 'cut');
    return;
  }
  const address = path[0] === 'users' ? (path[1] ?? '') : mailboxOwner.address;
  const rest = path.slice(path[0] === 'users' ? 2 : 1);
  if (path[0] !== 'me' && path[0] !== 'users') throw notFound('Resource not found for the segment.');
  checkPermission(claims, path[0] === 'users' ? 'Mail.Read.Shared' : 'Mail.Read');
  const messages = (await site.mailboxes()).get(address.toLowerCase());
  if (!messages) throw new GraphError(404, 'ErrorInvalidUser', 'The requested user is invalid.');
  const immutableIds = /idtype="immutableid"/i.test(String(request.headers.prefer ?? ''));
  if (immutableIds) response.setHeader('preference-applied', 'IdType="ImmutableId"');
  const [collection, id, part] = rest;
  if (collection !== 'messages') throw notFound('Resource not found for the segment.');
  if (id === undefined) {
    refuseInefficient(url, claims);
    sendJson(response, listAnswer({ url, messages, immutableIds }), claims.mode === 'cut');
  } else {
    sendMessage(response, findMessage(messages, id), part, immutableIds);
  }
}

function sendMessage(
  response: ServerResponse,
  message: StoredMessage,
  part: string | undefined,
  immutableIds: boolean,
): void {
  if (part === '$value') response.writeHead(200, { 'content-type': 'text/plain' }).end(message.mime());
  else if (part === undefined) sendJson(response, messageJson(message, immutableIds), false);
  else throw notFound('Resource not found for the segment.');
}

function findMessage(messages: readonly StoredMessage[], id: string): StoredMessage {
  const found = messages.find((message) => idOf(message, true) === id || idOf(message, false) === id);
  if (!found) throw notFound('The specified object was not found in the store.', 'ErrorItemNotFound');
  return found;
}

const notFound = (message: string, code = 'ResourceNotFound') => new GraphError(404, code, message);

/** @throws GraphError 401 */
function checkToken(request: IncomingMessage, used: Map<string, number>): LocalTokenClaims {
  const unauthorized = (why: string) => new GraphError(401, 'InvalidAuthenticationToken', why);
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw unauthorized('Access token is empty.');
  const claims = readLocalToken(token);
  if (!claims) throw unauthorized('Access token validation failure.');
  const requests = (used.get(claims.jti) ?? 0) + 1;
  used.set(claims.jti, requests);
  const isUsedUp = claims.mode === 'expired' && requests > REQUESTS_PER_TOKEN;
  if (claims.exp * 1000 <= Date.now() || isUsedUp) throw unauthorized('Lifetime validation failed.');
  return claims;
}

/** @param rest of the path: nothing, or an id and what is asked of it */
async function traceAnswer(
  { traces, traceThrottles }: GraphSite,
  url: URL,
  [id, asked]: readonly string[],
  claims: LocalTokenClaims,
): Promise<Record<string, unknown>> {
  checkPermission(claims, 'ExchangeMessageTrace.Read.All');
  if (claims.mode === 'no-trace-service') throw NO_TRACE_SERVICE;
  const throttle = id === undefined ? traceThrottles.list : traceThrottles.details;
  const end = throttle.begin(`${url.pathname}${url.search}`);
  try {
    throttle.check();
    if (id === undefined) return traceList(url, await traces());
    const recipient = /^getDetailsByRecipient\(recipientAddress='((?:[^']|'')*)'\)$/.exec(asked ?? '')?.[1];
    if (recipient === undefined) throw notFound('Resource not found for the segment.');
    return traceDetails(await traces(), id, recipient.replaceAll("''", "'"));
  } finally {
    end();
  }
}

/** In a tenant that lacks Microsoft's own application for it. */
const NO_TRACE_SERVICE = new GraphError(
  401,
  'Unauthorized',
  'Service principal-less authentication failed: the service principal for App ID 8bd644d1-64a1-4d4b-ae52-2e0cbf64e373 was not found.',
);

/** @throws GraphError 403 */
function checkPermission({ scp, mode }: LocalTokenClaims, wanted: string): void {
  if (mode === 'forbidden' || !scp.split(' ').includes(wanted)) {
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  }
}

function refuseInefficient(url: URL, { mode }: LocalTokenClaims): void {
  const filter = url.searchParams.get('$filter') ?? '';
  if (mode === 'inefficient' && /singleValue|startswith|contains/.test(filter)) {
    throw new GraphError(400, 'InefficientFilter', 'The restriction or sort order is too complex.');
  }
}

function allowPane({ paneOrigin }: GraphSite, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', paneOrigin());
  response.setHeader('access-control-allow-headers', 'authorization, prefer');
  response.setHeader('access-control-expose-headers', 'retry-after, request-id, preference-applied');
  response.setHeader('access-control-max-age', '600');
  response.setHeader('vary', 'origin');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('request-id', randomUUID());
}

/** A cut answer promises its whole length and ends in the middle, as a connection does that breaks. */
function sendJson(response: ServerResponse, body: unknown, cut: boolean): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
  if (!cut) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function sendError(response: ServerResponse, error: unknown): void {
  const known =
    error instanceof GraphError ? error : new GraphError(500, 'InternalServerError', String(error));
  const { status, code, message, headers } = known;
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { code, message, innerError: { date: new Date().toISOString() } } }));
}
