// Socket Mode: a line that we open to Slack and hold, opened again whenever it is lost.
import { setTimeout as wait } from 'node:timers/promises';
import { type Hear, openSocket, type Socket } from './slack-sdk.ts';
import type { SlackSetting } from './slack-setting.ts';

export interface Held {
  close(): Promise<void>;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** Never throws: the rest of the service goes on while Slack cannot be reached. */
export function holdSocket({ config, log }: SlackSetting, appToken: string, hear: Hear): Held {
  const closing = new AbortController();
  const { signal } = closing;
  let socket: Socket | undefined;

  async function hold(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      const startedAt = performance.now();
      try {
        socket = await openSocket(appToken, config.apiUrl, hear);
        await socket.hold();
        log.info('slack.socket-lost');
      } catch (error) {
        log.warn('slack.socket-not-open', error);
      }
      // One that was opened while we were closing is not left open.
      await socket?.close().catch(() => {});
      // Slack itself asks for another line now and then: after one that held, the next is opened at once.
      failures = performance.now() - startedAt > LONGEST_WAIT_MS ? 0 : failures + 1;
      const ms = failures === 0 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
      await wait(ms, undefined, { signal }).catch(() => {});
    }
  }

  const holding = hold();
  return {
    async close() {
      closing.abort();
      await socket?.close().catch(() => {});
      await holding;
    },
  };
}
