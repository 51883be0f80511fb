// What did somebody do in Slack? Read from what Slack sends, and told from everything that is not for us.
import { createHash } from 'node:crypto';
import type { ButtonData } from '../../outer/button-data.ts';
import type { LeftReason } from '../../platform.ts';
import { readData } from './slack-data.ts';
import { readWritten } from './slack-escape.ts';
import { readMark } from './slack-modal.ts';
import type { Of, SlackEvent } from './slack-payload.ts';
import type { Spot } from './slack-where.ts';

/** Something that Slack tells of, as it comes to be known. */
export type Happening =
  /** Answered in the conversation. The text is empty where we were only called by name. */
  | { readonly kind: 'wrote'; readonly text: string; readonly spot: Spot; readonly threadTs?: string | undefined }
  | { readonly kind: 'home'; readonly userId: string }
  | { readonly kind: 'joined' | 'renamed'; readonly spot: Spot }
  | { readonly kind: 'left'; readonly spot: Spot; readonly reason: LeftReason }
  | { readonly kind: 'uninstalled' }
  | { readonly kind: 'user-changed'; readonly userId: string }
  /** Not for us, or nothing that we know. */
  | { readonly kind: 'nothing' };

const NOTHING: Happening = { kind: 'nothing' };

/** Messages that people write; others tell that something has changed, joined or was pinned. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast'];

/** @param botUserId as whom we are in the workspace */
export function readHappening({ teamId, event }: Of<'event'>, botUserId: string): Happening {
  const spot = toSpot(event, teamId);
  switch (event.type) {
    case 'app_mention':
      return readWrote(event, spot, botUserId);
    case 'message':
      // What is said in channels is not sent to us, but for what is said to us.
      return event.channel_type === 'im' ? readWrote(event, spot, botUserId) : NOTHING;
    case 'app_home_opened':
      return event.tab === 'home' && spot.userId !== '' ? { kind: 'home', userId: spot.userId } : NOTHING;
    case 'member_joined_channel':
      return spot.userId === botUserId ? { kind: 'joined', spot: byWhom(event, spot) } : NOTHING;
    case 'channel_unarchive':
    case 'group_unarchive':
      return { kind: 'joined', spot };
    case 'channel_left':
    case 'group_left':
      return { kind: 'left', spot: byWhom(event, spot), reason: 'removed' };
    case 'channel_archive':
    case 'group_archive':
      return { kind: 'left', spot, reason: 'archived' };
    case 'channel_deleted':
    case 'group_deleted':
      return { kind: 'left', spot: byWhom(event, spot), reason: 'deleted' };
    case 'channel_rename':
    case 'group_rename':
      return { kind: 'renamed', spot };
    case 'app_uninstalled':
      return { kind: 'uninstalled' };
    case 'tokens_revoked':
      return (event.tokens?.bot ?? []).length > 0 ? { kind: 'uninstalled' } : NOTHING;
    case 'user_change':
      return spot.userId === '' ? NOTHING : { kind: 'user-changed', userId: spot.userId };
    default:
      return NOTHING;
  }
}

function readWrote(event: SlackEvent, spot: Spot, botUserId: string): Happening {
  const isOurs = event.bot_id !== undefined || spot.userId === botUserId || spot.userId === '';
  if (isOurs || spot.channelId === '' || !WRITTEN.includes(event.subtype)) return NOTHING;
  const text = readWritten(event.text ?? '', botUserId);
  return { kind: 'wrote', text, spot, threadTs: event.thread_ts };
}

function toSpot({ user, channel }: SlackEvent, teamId: string): Spot {
  const idOf = (named: typeof user) => (typeof named === 'string' ? named : (named?.id ?? ''));
  return { teamId, channelId: idOf(channel), userId: idOf(user) };
}

/** The bot came, or went; somebody else invited it, or put it out. */
function byWhom({ inviter, actor_id }: SlackEvent, spot: Spot): Spot {
  return { ...spot, userId: inviter ?? actor_id ?? spot.userId };
}

/** Something that somebody pressed or answered, in a post, a modal or on the app's own page. */
export type Pressed =
  | { readonly kind: 'button'; readonly data: ButtonData }
  /** A question in an open modal on which others hang. */
  | { readonly kind: 'decided' }
  /** A link, which their client follows by itself. */
  | { readonly kind: 'nothing' };

export function readPressed({ actions: [action], view }: Of<'actions'>): Pressed {
  const data = readData(action?.value);
  if (data) return { kind: 'button', data };
  return readMark(view?.private_metadata ?? '') ? { kind: 'decided' } : { kind: 'nothing' };
}

/** The same event again has the same id, however often Slack sends it. */
export function toEventKey({ teamId, event_id }: Of<'event'>): string {
  return `slack:${teamId}:event:${event_id}`;
}

/** A press by when it was done, as Slack tells it to the microsecond; without that by what it was good for. */
export function toPressKey({ teamId, user, actions: [action], trigger_id }: Of<'actions'>): string {
  const done = action?.action_ts ? `action:${action.action_ts}:${action.action_id}` : `trigger:${trigger_id}`;
  return `slack:${teamId}:${user.id}:${done}`;
}

export function toTriggerKey(teamId: string, triggerId: string): string {
  return `slack:${teamId}:trigger:${triggerId}`;
}

type Entries = Readonly<Record<string, string | readonly string[]>>;

/** The showing that was filled in, and what was filled in: mended and sent again, it is another act. */
export function toSubmissionKey({ teamId, user, view }: Of<'submission'>, entries: Entries): string {
  const sorted = Object.entries(entries).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
  return `slack:${teamId}:${user.id}:view:${view.id}:${view.hash ?? ''}:${digest}`;
}
