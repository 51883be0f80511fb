// The only file that knows Bolt, Slack's framework: it proves who sent a request, holds the socket, and makes calls.
import type { ReceiverEvent } from '@slack/bolt';
import type { RequestHandler } from 'express';
import { isError, NotAllowed } from '../../errors.ts';
import type { Rejection } from './slack-errors.ts';
import { fetchOrSay } from './slack-fetch.ts';

/** What Slack sent, proven to be Slack's, and how it is told that it was heard. */
export interface Heard {
  readonly body: unknown;
  /** Once. Slack waits for three seconds. */
  readonly acknowledge: (response?: object) => Promise<void>;
}

/** Throws where whoever sent it is not to be served. */
export type Hear = (heard: Heard) => Promise<void>;

/** Slack sends a few KB; a form of long texts some more. */
export const MOST_BODY = 512 * 1_024;

/** Loaded when it is first needed: whoever runs without Slack does not wait for it. */
async function loadBolt() {
  const bolt = await import('@slack/bolt');
  const { App, LogLevel } = bolt;
  /** Bolt logs whole payloads, names and texts in them; what is worth knowing we log ourselves. */
  const logger = {
    debug() {},
    info() {},
    warn() {},
    error() {},
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.ERROR,
  };
  /** Bolt acknowledges events before anything is stored, and looks up a token for each: what was sent is ours to handle. */
  class Ear extends App {
    readonly #hear: Hear;
    constructor(receiver: ConstructorParameters<typeof App>[0], hear: Hear) {
      super({ ...receiver, authorize: async () => ({}), convoStore: false, ignoreSelf: false, logger });
      this.#hear = hear;
    }
    override processEvent({ body, ack }: ReceiverEvent): Promise<void> {
      return this.#hear({ body, acknowledge: async (response) => ack(response) });
    }
  }
  return { ...bolt, Ear, logger };
}

/** Signature and age, by Bolt. @returns what answers a request at the root of where it is mounted */
export async function openReceiver(signingSecret: string, hear: Hear): Promise<RequestHandler> {
  const { Ear, ExpressReceiver, logger } = await loadBolt();
  const receiver = new ExpressReceiver({
    signingSecret,
    endpoints: '/',
    logger,
    bodyLimit: MOST_BODY,
    processEventErrorHandler: async ({ error, response }) => {
      if (response.headersSent) return false;
      // Slack is not to send again what will be refused again.
      if (error instanceof NotAllowed) response.writeHead(403, { 'x-slack-no-retry': '1' }).end();
      else response.writeHead(500).end();
      return false;
    },
  });
  new Ear({ receiver }, hear);
  return receiver.router;
}

export interface Socket {
  /** Once. @returns when the line is lost, for whatever reason. Throws where there was none. */
  hold(): Promise<void>;
  close(): Promise<void>;
}

/** Socket Mode: the line is ours to open, so that nothing from outside has to be let in. */
export async function openSocket(appToken: string, apiUrl: string, hear: Hear): Promise<Socket> {
  const { Ear, SocketModeReceiver, logger } = await loadBolt();
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Opened again by whoever holds it: the client's own way ends with the process where Slack cannot be reached.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: toOptions(apiUrl, logger) },
    processEventErrorHandler: async () => true,
  });
  new Ear({ receiver }, hear);
  const lost = new Promise<void>((resolve) => {
    receiver.client.once('disconnected', () => resolve());
  });
  return {
    async hold() {
      await receiver.start();
      await lost;
    },
    async close() {
      await receiver.stop();
      await lost;
    },
  };
}

/** A call of Slack's Web API. Never tried again by itself: the outbox decides that. */
export type Call = (method: string, args: Readonly<Record<string, unknown>>) => Promise<Outcome>;
export type Outcome = { readonly kind: 'done'; readonly data: unknown } | Rejection;

/** @param token of one workspace: what is held up there holds up no other */
export async function openClient(apiUrl: string, token: string): Promise<Call> {
  const { webApi, logger } = await loadBolt();
  const client = new webApi.WebClient(token, toOptions(apiUrl, logger));
  return async (method, args) => {
    try {
      return { kind: 'done', data: await client.apiCall(method, { ...args }) };
    } catch (error) {
      return toRejection(error, webApi);
    }
  };
}

function toRejection(error: unknown, kinds: Awaited<ReturnType<typeof loadBolt>>['webApi']): Rejection {
  if (error instanceof kinds.WebAPIPlatformError) {
    const { error: code, response_metadata: metadata } = error.data;
    return { kind: 'refused', code, retryAfterMs: toMs(metadata?.retryAfter) };
  }
  if (error instanceof kinds.WebAPIRateLimitedError) return { kind: 'limited', retryAfterMs: toMs(error.retryAfter) };
  if (error instanceof kinds.WebAPIHTTPError) return { kind: 'status', status: error.statusCode };
  if (error instanceof kinds.WebAPIRequestError) return { kind: 'silence', error: error.original };
  // The client throws an error without a name where a 429 does not say for how long.
  if (isError(error) && error.message.startsWith('Retry header')) return { kind: 'limited' };
  return { kind: 'silence', error };
}

/**
 * The client would send again what timed out, which may have arrived; it would hold up a whole token for one 429; and a
 * method's name could lead it elsewhere, with our token.
 */
function toOptions(slackApiUrl: string, logger: Awaited<ReturnType<typeof loadBolt>>['logger']) {
  return {
    slackApiUrl,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    allowAbsoluteUrls: false,
    fetch: fetchOrSay,
  };
}

function toMs(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1_000;
}
