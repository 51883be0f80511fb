// Says something to one person alone, where they are: by the address that Slack gave us for it, or in the channel.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import type { Api } from './slack-api.ts';
import type { Content } from './slack-compose.ts';
import type { SlackSetting } from './slack-setting.ts';

/** Where somebody is, and how they can be told something there. */
export interface Near {
  readonly teamId: string;
  readonly userId: string;
  readonly channelId?: string | undefined;
  readonly threadTs?: string | undefined;
  /** Good for five answers in half an hour, also where the bot is not a member. */
  readonly responseUrl?: string | undefined;
}

/** @returns whether it got through; whoever asked, asks again */
export type Respond = (near: Near, content: Content) => Promise<boolean>;

const ANSWER_MS = 8_000;

export function createRespond({ config, log }: SlackSetting, api: Api): Respond {
  async function byUrl(url: string, content: Content, threadTs: string | undefined): Promise<boolean> {
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...content, ...thread });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
    if (!response.ok) log.warn('slack.response-refused', undefined, { status: response.status });
    return response.ok;
  }

  async function inChannel({ teamId, userId, channelId, threadTs }: Near, content: Content): Promise<boolean> {
    if (channelId === undefined) return false;
    const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
    const args = { channel: channelId, user: userId, ...content, ...thread };
    await api({ teamId, method: 'chat.postEphemeral', args, schema: z.unknown() });
    return true;
  }

  return async (near, content) => {
    const { responseUrl, threadTs } = near;
    try {
      if (responseUrl !== undefined && isSlack(responseUrl, config.apiUrl)) {
        if (await byUrl(responseUrl, content, threadTs)) return true;
      }
      return await inChannel(near, content);
    } catch (error) {
      log.warn('slack.answer-not-said', error, { isPlatform: error instanceof PlatformError });
      return false;
    }
  };
}

/** What we say goes to Slack, or to where Slack's API is, and nowhere else. */
function isSlack(url: string, apiUrl: string): boolean {
  const { origin } = new URL(url);
  return origin === 'https://hooks.slack.com' || origin === new URL(apiUrl).origin;
}
