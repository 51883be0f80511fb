// Slack's documented limits, kept by arrival as a sliding window: who came too often?
// https://docs.slack.dev/apis/web-api/rate-limits
import type { Window } from './teams-limits.ts';

/** One app in one channel. */
export const POSTS_IN_CHANNEL: readonly Window[] = [{ count: 1, perMs: 1_000 }];

/** One app in one workspace, in all channels together: "several hundred per minute". */
export const POSTS_IN_WORKSPACE: readonly Window[] = [{ count: 300, perMs: 60_000 }];

/**
 * The shortest time from the first to the last of a workspace's posts, by both limits: the first of its last minute comes no
 * sooner than the workspace allows, and the channel with most of those that are left takes one a second.
 */
export function findShortestSending(channels: readonly string[]): number {
  const [inWorkspace] = POSTS_IN_WORKSPACE;
  const [inChannel] = POSTS_IN_CHANNEL;
  if (!inWorkspace || !inChannel || channels.length === 0) return 0;
  const minutes = Math.floor((channels.length - 1) / inWorkspace.count);
  const left = channels.length - minutes * inWorkspace.count;
  const inOne = Math.ceil(left / new Set(channels).size);
  return minutes * inWorkspace.perMs + (inOne - 1) * inChannel.perMs;
}

const TIER_3: readonly Window[] = [{ count: 50, perMs: 60_000 }];
const TIER_4: readonly Window[] = [{ count: 100, perMs: 60_000 }];

/** One method in one workspace. */
export const CALLS: Readonly<Record<string, readonly Window[]>> = {
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'chat.postEphemeral': TIER_4,
  'conversations.history': TIER_3,
  'conversations.replies': TIER_3,
  'conversations.info': TIER_3,
  'conversations.members': TIER_4,
  'conversations.open': TIER_3,
  'users.info': TIER_4,
  'views.open': TIER_4,
  'views.update': TIER_4,
  'views.publish': TIER_4,
};
