// Carries what happens to the app's door as Slack does: signed, over HTTP. And, for whoever asks, badly.
import { createHmac } from 'node:crypto';

export type Payload = Readonly<Record<string, unknown>>;

export interface Mail {
  /** Events come as JSON, what people press in a form, commands as a form of their own; a text is sent as it stands. */
  readonly as: 'event' | 'interactive' | 'command' | 'text';
  readonly payload: Payload | string;
  /** What is wrong with the signature. */
  readonly signing?: Signing;
}

export interface Signing {
  readonly secret?: string;
  /** Seconds from now. */
  readonly sentIn?: number;
  /** Sent as it stands, or not at all. */
  readonly signature?: string | 'none';
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly body: unknown;
  /** How long Slack waited. */
  readonly ms: number;
}

export interface Postman {
  deliver(mail: Mail): Promise<Answered>;
}

/** @param door where the app listens: "http://127.0.0.1:3978/slack/events" */
export function createPostman(signingSecret: string, door: string): Postman {
  return {
    async deliver({ as, payload, signing = {} }) {
      const { body, type } = write(as, payload);
      const headers = { 'content-type': type, ...sign(body, signingSecret, signing) };
      const startedAt = performance.now();
      const response = await fetch(door, { method: 'POST', headers, body });
      const text = await response.text();
      return { status: response.status, text, body: readJson(text), ms: performance.now() - startedAt };
    },
  };
}

function write(as: Mail['as'], payload: Mail['payload']): { readonly body: string; readonly type: string } {
  const form = 'application/x-www-form-urlencoded';
  if (typeof payload === 'string') return { body: payload, type: 'application/json' };
  if (as === 'interactive') return { body: `${new URLSearchParams({ payload: JSON.stringify(payload) })}`, type: form };
  if (as === 'command') {
    const fields = Object.entries(payload).map(([name, value]) => [name, `${value}`]);
    return { body: `${new URLSearchParams(fields)}`, type: form };
  }
  return { body: JSON.stringify(payload), type: 'application/json' };
}

/** @see https://docs.slack.dev/authentication/verifying-requests-from-slack */
function sign(body: string, signingSecret: string, { secret = signingSecret, sentIn = 0, signature }: Signing) {
  const timestamp = `${Math.floor(Date.now() / 1_000) + sentIn}`;
  const proof = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers = { 'x-slack-request-timestamp': timestamp };
  return signature === 'none' ? headers : { ...headers, 'x-slack-signature': signature ?? proof };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
