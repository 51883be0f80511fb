// Did a post arrive? The connector cannot tell; Graph shows what stands in a conversation, where it may be read.
import { z } from 'zod';
import { findCode, PlatformError } from '../../errors.ts';
import type { Look, Search } from '../../outer/confirm.ts';
import { readAddress } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';
import { GRAPH_SCOPE, type Tokens } from './teams-token.ts';

const Posts = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      lastModifiedDateTime: z.coerce.date().nullish(),
      createdDateTime: z.coerce.date().nullish(),
      attachments: z.array(z.object({ content: z.string().nullish() })).nullish(),
    }),
  ),
  '@odata.nextLink': z.url().nullish(),
});
type Posts = z.infer<typeof Posts>;

const MOST_PAGES = 10;
/** Their clocks and ours differ a little. */
const SPARE_MS = 10 * 60_000;

/**
 * Newest first. Channels need the resource-specific permission ChannelMessage.Read.Group and group chats
 * ChatMessage.Read.Chat, both granted when the app is added; personal chats need Chat.Read.WhereInstalled, which an
 * administrator grants.
 * @see https://learn.microsoft.com/graph/api/channel-list-messages
 * @see https://learn.microsoft.com/graph/api/chat-list-messages
 */
export function createLook({ config, endpoints }: TeamsSetting, tokens: Tokens): Look {
  return async ({ to, marks, since, rootRef }) => {
    if (config.kind === 'local-client') return undefined;
    const { tenantId } = readAddress(to);
    const path = toPath({ to, rootRef }, config.clientId);
    if (path === undefined) return undefined;
    const found = new Map<string, string>();
    let next: string | undefined = `${endpoints.graph}${path}?$top=50`;
    for (let page = 0; next !== undefined && page < MOST_PAGES; page += 1) {
      const token = await tokens.get(GRAPH_SCOPE, tenantId);
      const posts: Posts | undefined = await readPage(next, token, () => tokens.drop(GRAPH_SCOPE, tenantId, token));
      if (!posts) return undefined;
      collect(posts, marks, found);
      next = found.size < marks.length && reachesBack(posts, since) ? toNext(posts, endpoints.graph) : undefined;
    }
    return found;
  };
}

/** The posts that begin threads, or those in one's. */
function toPath({ to, rootRef }: Pick<Search, 'to' | 'rootRef'>, clientId: string) {
  const { conversationId, groupId, userId } = readAddress(to);
  switch (to.kind) {
    case 'channel': {
      if (groupId === undefined) return undefined;
      const messages = `/teams/${groupId}/channels/${encodeURIComponent(conversationId)}/messages`;
      return rootRef === undefined ? messages : `${messages}/${rootRef}/replies`;
    }
    case 'chat':
      return `/chats/${encodeURIComponent(conversationId)}/messages`;
    case 'personal':
      return userId && `/chats/${encodeURIComponent(`19:${userId}_${clientId}@unq.gbl.spaces`)}/messages`;
  }
}

/** Undefined where reading is not allowed. */
async function readPage(url: string, token: string | undefined, drop: () => void): Promise<Posts | undefined> {
  const response = await ask(url, token);
  if (response.status === 401) drop();
  if (response.status === 403 || response.status === 404) return undefined;
  if (!response.ok) throw refuseToLook(`status-${response.status}`);
  const read = Posts.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw refuseToLook('unreadable', read.error);
  return read.data;
}

async function ask(url: string, token: string | undefined): Promise<Response> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  try {
    return await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(5_000) });
  } catch (error) {
    throw refuseToLook(findCode(error) ?? 'no-answer', error);
  }
}

/** Until somebody has looked, nothing is sent again. */
function refuseToLook(code: string, cause?: unknown): PlatformError {
  const message = `Nobody could look whether the message arrived (${code}). It is looked for again in a while.`;
  return new PlatformError(message, { verdict: 'unknown', code: 'not-looked', cause });
}

function collect({ value }: Posts, marks: readonly string[], found: Map<string, string>): void {
  for (const { id, attachments } of value) {
    const mark = marks.find((each) => attachments?.some(({ content }) => content?.includes(each)));
    if (mark !== undefined) found.set(mark, id);
  }
}

function reachesBack({ value }: Posts, since: Date): boolean {
  const from = since.getTime() - SPARE_MS;
  return value.every((post) => {
    const at = post.lastModifiedDateTime ?? post.createdDateTime;
    return !at || at.getTime() >= from;
  });
}

/** With our token only to where it belongs. */
function toNext(posts: Posts, graph: string): string | undefined {
  const next = posts['@odata.nextLink'] ?? undefined;
  return next !== undefined && new URL(next).origin === new URL(graph).origin ? next : undefined;
}
