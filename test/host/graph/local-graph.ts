import { request } from 'node:https';
import { Readable } from 'node:stream';
import { serveGraph, type GraphServer, type GraphServerOptions } from '../../../host/graph/graph-server';
import { makeLocalToken, type GraphMode } from '../../../host/graph/local-token';
import { generatedMessages } from '../../../host/graph/generated-messages';
import { certificate } from '../../../host/server/certificate';

/** `fetch` for a server whose certificate was made a moment ago. */
export const localFetch: typeof fetch = (address, init = {}) =>
  new Promise((resolve, reject) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const asked = request(
      String(address),
      { headers, rejectUnauthorized: false, agent: false, method: init.method ?? 'GET' },
      (response) => {
        const known = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        const status = response.statusCode ?? 500;
        const body = status === 204 ? null : (Readable.toWeb(response) as ReadableStream<Uint8Array>);
        resolve(new Response(body, { status, headers: known as [string, string][] }));
      },
    );
    init.signal?.addEventListener('abort', () => asked.destroy(new Error('aborted')));
    asked.on('error', reject);
    asked.end();
  });

/** A local Graph whose mailbox holds `count` messages. */
export async function startGraph(
  count: number,
  options: Partial<GraphServerOptions> = {},
): Promise<GraphServer> {
  return serveGraph({
    certificate: await certificate('none'),
    port: 0,
    messages: () => Promise.resolve(generatedMessages(count, 7)),
    paneOrigin: () => 'https://localhost:1',
    ...options,
  });
}

/** A token that is good for an hour. */
export const localToken = (mode: GraphMode = 'normal', scp = 'Mail.Read', jti = 'token-1'): string =>
  makeLocalToken({ scp, jti, mode, exp: Math.floor(Date.now() / 1000) + 3600 });
