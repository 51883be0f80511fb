// Slack's end of a socket that an app holds open: what happens is sent down it, and heard when an answer comes back up.
// https://docs.slack.dev/apis/events-api/using-socket-mode
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { z } from 'zod';

export interface SlackSocket {
  readonly url: string;
  /** How many lines are held. */
  readonly held: () => number;
  /** How often one was opened. */
  readonly opened: () => number;
  /** @returns what the app acknowledged it with */
  send(type: 'events_api' | 'interactive' | 'slash_commands', payload: object): Promise<unknown>;
  /** Breaks every line off. */
  cut(): void;
  close(): Promise<void>;
}

const Acknowledged = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** RFC 6455 has every server prove with this that it understood what it was asked for. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function openSlackSocket(): Promise<SlackSocket> {
  const lines = new Set<Duplex>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let opened = 0;
  const server = createServer((_request, response) => response.writeHead(404).end());
  server.on('upgrade', (request, line) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
    line.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    opened += 1;
    lines.add(line);
    line.on('close', () => lines.delete(line));
    line.on('error', () => lines.delete(line));
    listen(line, (text) => {
      const { envelope_id, payload } = Acknowledged.parse(JSON.parse(text));
      waiting.get(envelope_id)?.(payload);
    });
    line.write(toFrame(JSON.stringify({ type: 'hello', num_connections: lines.size })));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
    held: () => lines.size,
    opened: () => opened,
    send(type, payload) {
      const envelope_id = randomUUID();
      const [line] = lines;
      if (!line) throw new Error('No line is held.');
      return new Promise((resolve) => {
        waiting.set(envelope_id, resolve);
        line.write(toFrame(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true })));
      });
    },
    cut() {
      for (const line of lines) line.destroy();
    },
    async close() {
      for (const line of lines) line.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const TEXT = 0x1;
const CLOSE = 0x8;
const PING = 0x9;
const PONG = 0xa;

/** Takes whole frames as they come in, and answers pings as every end must. */
function listen(line: Duplex, hear: (text: string) => void): void {
  let buffer = Buffer.alloc(0);
  line.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let frame = readFrame(buffer); frame; frame = readFrame(buffer)) {
      buffer = buffer.subarray(frame.length);
      if (frame.kind === TEXT) hear(frame.body.toString('utf8'));
      if (frame.kind === PING) line.write(toFrame(frame.body, PONG));
      if (frame.kind === CLOSE) line.end(toFrame(frame.body, CLOSE));
    }
  });
}

/** What comes from an app is masked; it sends nothing larger than 64 KB. */
function readFrame(
  buffer: Buffer,
): { readonly kind: number; readonly body: Buffer; readonly length: number } | undefined {
  if (buffer.length < 6) return undefined;
  const short = buffer.readUInt8(1) & 0x7f;
  const head = short === 126 ? 4 : 2;
  if (buffer.length < head + 4) return undefined;
  const size = short === 126 ? buffer.readUInt16BE(2) : short;
  const length = head + 4 + size;
  if (buffer.length < length) return undefined;
  const mask = buffer.subarray(head, head + 4);
  const body = Buffer.from(buffer.subarray(head + 4, length).map((byte, at) => byte ^ mask.readUInt8(at % 4)));
  return { kind: buffer.readUInt8(0) & 0x0f, body, length };
}

function toFrame(body: string | Buffer, kind = TEXT): Buffer {
  const content = Buffer.from(body);
  const head =
    content.length < 126 ? Buffer.from([0x80 | kind, content.length]) : Buffer.from([0x80 | kind, 126, 0, 0]);
  if (content.length >= 126) head.writeUInt16BE(content.length, 2);
  return Buffer.concat([head, content]);
}
