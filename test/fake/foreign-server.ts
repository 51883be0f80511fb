// A server of somebody else's, on real HTTP: a fake says what it answers, or that it falls silent.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it was taken in, in milliseconds that never go back. */
  readonly at: number;
  /** It had not arrived before this. On a busy machine it may have waited some time to be taken in. */
  readonly notBefore: number;
}

export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** Cuts the connection. */
  | 'reset'
  /** Takes the request and says nothing, until the asker gives up. */
  | 'silence';

export interface ForeignServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function openForeignServer(answer: (asked: Asked) => Promise<Reply>): Promise<ForeignServer> {
  const watch = startWatch();
  const server = createServer((request, response) => {
    readAsked(request, watch.lastLook())
      .then(answer)
      .then((reply) => write(response, reply))
      .catch((error) => write(response, { status: 500, body: { error: { code: 'FakeBroke', message: `${error}` } } }));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    async close() {
      watch.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readAsked(request: IncomingMessage, notBefore: number): Promise<Asked> {
  const at = performance.now();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, `${value}`]);
  return {
    method: request.method ?? '',
    url: new URL(request.url ?? '/', 'http://127.0.0.1'),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString('utf8'),
    at,
    notBefore,
  };
}

const LOOK_MS = 5;

/** Whoever is in time for this beat has also looked at what had arrived by the one before. */
function startWatch() {
  let [before, last] = [performance.now(), performance.now()];
  const beat = setInterval(() => {
    [before, last] = [last, performance.now()];
  }, LOOK_MS);
  return { lastLook: () => before, stop: () => clearInterval(beat) };
}

function write(response: ServerResponse, reply: Reply): void {
  if (reply === 'silence') return;
  if (reply === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers = {}, body } = reply;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
