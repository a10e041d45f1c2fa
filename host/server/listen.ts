import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate';

/** Answers a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A server that is running. */
export interface Listening {
  origin: string;
  port: number;
  close: () => Promise<void>;
}

const TRIES = 50;

/** Listens on localhost, on this port or the next free one; 0 leaves the choice to the system. */
export async function listen(certificate: Certificate, port: number, handler: Handler): Promise<Listening> {
  const server = createServer({ key: certificate.key, cert: certificate.cert }, (request, response) => {
    // A handler may throw at once, for example on a malformed address. That must not end the server.
    Promise.resolve()
      .then(() => handler(request, response))
      .catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/plain' });
        response.end('This request could not be answered.');
      });
  });
  const taken = await listenFrom(server, port, port === 0 ? 1 : TRIES);
  return { origin: `https://localhost:${String(taken)}`, port: taken, close: () => close(server) };
}

async function listenFrom(server: Server, port: number, tries: number): Promise<number> {
  for (let candidate = port; candidate < port + tries; candidate++) {
    try {
      return await listenOn(server, candidate);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`No port from ${String(port)} to ${String(port + tries - 1)} is free.`);
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // By name: office.js trusts a host only if its name is the pane's, so both are "localhost".
    server.listen(port, 'localhost', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
