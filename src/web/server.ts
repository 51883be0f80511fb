// The HTTP server: takes its port first, keeps early callers waiting, and lets nobody be cut off in mid-answer.
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { findCode, InvalidInput } from '../errors.ts';

export interface Listening {
  /** The port it got, where any would do. */
  readonly port: number;
  readonly address: string;
  /** From here on requests are answered; those that came before have waited. */
  serve(app: RequestListener): void;
  /** Takes no more, and ends what is not answered within the time. */
  stop(withinMs: number): Promise<void>;
}

export interface At {
  readonly host: string;
  readonly port: number;
}

/** @throws InvalidInput where the operator can mend it */
export async function listen({ host, port }: At): Promise<Listening> {
  let serve = (_app: RequestListener) => {};
  const ready = new Promise<RequestListener>((resolve) => {
    serve = resolve;
  });
  const server = createServer((request, response) => {
    void ready.then((app) => app(request, response));
  });
  await bind(server, { host, port });
  const got = findPort(server);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${got}`;
  return { port: got, address, serve, stop: (withinMs) => stop(server, withinMs) };
}

function bind(server: Server, { host, port }: At): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(explain(error, { host, port })));
    server.listen(port, host, resolve);
  });
}

function explain(error: Error, { host, port }: At): Error {
  switch (findCode(error)) {
    case 'EADDRINUSE':
      return new InvalidInput(
        `Could not listen on ${host}:${port}: another program does. Stop it, or choose another PORT.`,
      );
    case 'EACCES':
      return new InvalidInput(
        `Could not listen on ${host}:${port}: this user may not. Choose a PORT of 1024 or more, with a proxy before it.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new InvalidInput(
        `Could not listen on ${host}:${port}: this computer has no such address. Correct HOST; 0.0.0.0 means all it has.`,
      );
    default:
      return error;
  }
}

function findPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

async function stop(server: Server, withinMs: number): Promise<void> {
  const patience = new AbortController();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  await Promise.race([closed, wait(withinMs, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  server.closeAllConnections();
}
