// Did a post arrive? Each carries a mark made from its key, where nobody sees it; Slack shows what stands in a channel.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import type { Look, Search } from '../../outer/confirm.ts';
import type { Api } from './slack-api.ts';
import { readAddress } from './slack-place.ts';

const EVENT_TYPE = 'samverk_delivery';

export function toMetadata(mark: string) {
  return { event_type: EVENT_TYPE, event_payload: { key: mark } };
}

const Post = z.object({ ts: z.string(), metadata: z.unknown().optional() });
const Posts = z.object({
  messages: z.array(Post),
  has_more: z.boolean().nullish(),
  response_metadata: z.object({ next_cursor: z.string().nullish() }).nullish(),
});
const Mark = z.object({ event_type: z.literal(EVENT_TYPE), event_payload: z.object({ key: z.string() }) });

const PAGE = 100;
const MOST_PAGES = 10;
/** Their clocks and ours differ a little. */
const SPARE_MS = 10 * 60_000;
/** Nobody lets us read: the app was put out, or lacks the scope. */
const MAY_NOT = ['not-permitted', 'not-installed'];

/** @see https://docs.slack.dev/messaging/message-metadata */
export function createLook(api: Api): Look {
  async function readPage({ to, since, rootRef: rootTs }: Search, cursor: string) {
    const { teamId, channelId } = readAddress(to);
    const method = rootTs === undefined ? 'conversations.history' : 'conversations.replies';
    const oldest = ((since.getTime() - SPARE_MS) / 1_000).toFixed(6);
    const paging = { limit: PAGE, include_all_metadata: true, ...(cursor === '' ? {} : { cursor }) };
    const where = rootTs === undefined ? { oldest } : { ts: rootTs };
    return api({ teamId, method, args: { channel: channelId, ...where, ...paging }, schema: Posts });
  }

  async function readAll(search: Search): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { messages, response_metadata } = await readPage(search, cursor);
      collect(messages, search.marks, found);
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '' || found.size === search.marks.length) break;
    }
    return found;
  }

  return (search) => readAll(search).catch(explain);
}

function collect(posts: readonly z.infer<typeof Post>[], marks: readonly string[], found: Map<string, string>): void {
  for (const { ts, metadata } of posts) {
    const mark = Mark.safeParse(metadata).data?.event_payload.key;
    if (mark !== undefined && marks.includes(mark)) found.set(mark, ts);
  }
}

/** Where the whole conversation is gone, so is the question; otherwise nothing is sent again until somebody has looked. */
function explain(error: unknown): undefined {
  if (!(error instanceof PlatformError)) throw error;
  if (MAY_NOT.includes(error.code)) return undefined;
  if (error.verdict === 'permanent') throw error;
  throw new PlatformError('Nobody could look whether the message arrived. It is looked for again in a while.', {
    verdict: 'unknown',
    code: 'not-looked',
    cause: error,
    isUntried: error.isUntried,
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}
