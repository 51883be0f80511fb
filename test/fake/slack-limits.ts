// Slack's documented limits, kept by arrival as a sliding window: who came too often?
// https://docs.slack.dev/apis/web-api/rate-limits
import type { Window } from './teams-limits.ts';

/** One app in one channel. */
export const POSTS_IN_CHANNEL: readonly Window[] = [{ count: 1, perMs: 1_000 }];

/** One app in one workspace, in all channels together: "several hundred per minute". */
export const POSTS_IN_WORKSPACE: readonly Window[] = [{ count: 300, perMs: 60_000 }];

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
