// How fast and how much Slack takes, as data.
import { PlatformError } from '../../errors.ts';
import type { Pace } from '../../platform.ts';

/** "Several hundred messages per minute per workspace". */
const POSTS_PER_MINUTE = 300;

/**
 * Posts of one app: one a second in a channel, and some hundred a minute in a workspace.
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
export function createPace(postsPerMinute = POSTS_PER_MINUTE): Pace {
  return [
    { scope: 'conversation', count: 1, perMs: 1_000 },
    { scope: 'tenant', count: postsPerMinute, perMs: 60_000 },
  ];
}

/**
 * Calls a minute of everything that is no post, in one workspace: Slack's tiers 3 and 4, which it calls the least that
 * one may count on.
 */
const TIER_3 = 50;
const TIER_4 = 100;
export const callsPerMinute: Readonly<Record<string, number>> = {
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

/**
 * What the outbox calls by itself, and again once a process that was killed is back: counted in the database. Whoever waits
 * at a screen waits for no database: what is called for them is counted in memory.
 */
export const sharedCalls: ReadonlySet<string> = new Set([
  'chat.update',
  'chat.delete',
  'conversations.history',
  'conversations.replies',
]);

/** Of one message, @see https://docs.slack.dev/reference/block-kit/blocks */
export const size = {
  mostBlocks: 50,
  mostViewBlocks: 100,
  /** Of the text beside the blocks: chat.update takes no more, and what was sent may be changed. */
  text: 4_000,
  section: 3_000,
  header: 150,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  buttonsInRow: 25,
  /** Posts of one message: the others stand in the first one's thread. More is a document, and belongs behind a link. */
  mostPosts: 20,
  /** Between the posts of one message: slower than the limit. */
  betweenPostsMs: 1_050,
} as const;

/** Of a modal and its fields, @see https://docs.slack.dev/reference/views/modal-views */
export const form = {
  title: 24,
  metadata: 3_000,
  label: 2_000,
  hint: 2_000,
  input: 3_000,
  optionText: 75,
  optionValue: 75,
  /** Radio buttons and checkboxes. */
  openOptions: 10,
  options: 100,
  optionGroups: 100,
} as const;

/** Refused, never cut: a cut deadline is a wrong deadline. */
export function refuseTooLarge(what: string, most: number): never {
  throw new PlatformError(`${what} was not shown in Slack: at most ${most} fit. Shorten it, or link to it.`, {
    verdict: 'permanent',
    code: 'too-large',
  });
}
