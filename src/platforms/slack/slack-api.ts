// What we ask of Slack, in one workspace at a time: at its pace, with its token, and with its refusals understood.
import type { z } from 'zod';
import type { Turnstile } from '../../outer/turnstile.ts';
import { refuseNotInstalled, toRefusal } from './slack-errors.ts';
import { createGate } from './slack-gate.ts';
import type { Installations } from './slack-installation.ts';
import { type Call, openClient } from './slack-sdk.ts';
import type { SlackSetting } from './slack-setting.ts';

export interface Request<T> {
  readonly teamId: string;
  /** "chat.postMessage". */
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly schema: z.ZodType<T>;
  /** Where it is a post that everybody sees. */
  readonly postTo?: string;
  readonly signal?: AbortSignal;
}

/** Throws PlatformError, always: with what Slack answered, or that it did not. */
export type Api = <T>(request: Request<T>) => Promise<T>;

export interface ApiDeps {
  readonly setting: SlackSetting;
  readonly installations: Installations;
  readonly turnstile: Turnstile;
}

/** Slack's word where it gives no time. */
const RETRY_MS = 5_000;

export function createApi({ setting, installations, turnstile }: ApiDeps): Api {
  const { apiUrl } = setting.config;
  const gate = createGate(setting.db, setting.now);
  const clients = new Map<string, { readonly token: string; readonly call: Promise<Call> }>();

  async function findClient(teamId: string): Promise<Call> {
    const token = (await installations.find(teamId))?.botToken;
    if (token === undefined) throw refuseNotInstalled();
    const known = clients.get(teamId);
    if (known?.token === token) return known.call;
    const call = openClient(apiUrl, token);
    clients.set(teamId, { token, call });
    return call;
  }

  return async ({ teamId, method, args, schema, postTo, signal }) => {
    const call = await findClient(teamId);
    const passing = { teamId, method, channelId: postTo };
    await gate.enter(passing);
    // A post that has passed the turnstile leaves at once, or not at all: those behind it count on that.
    const post = async () => {
      gate.check(passing);
      return call(method, args);
    };
    const turn = { tenant: teamId, conversation: postTo, signal };
    const outcome = postTo === undefined ? await call(method, args) : await turnstile.pass(turn, post);
    if (outcome.kind !== 'done') {
      const refusal = toRefusal(outcome, method);
      if (refusal.code === 'rate-limited') gate.hush(passing, refusal.retryAfterMs ?? RETRY_MS);
      throw refusal;
    }
    gate.greet(passing);
    const read = schema.safeParse(outcome.data);
    if (read.success) return read.data;
    // It was taken in, and told in words that we do not know.
    throw toRefusal({ kind: 'silence', error: read.error }, method);
  };
}
