// What did somebody do in Teams? Read from what Teams sends, and told from everything that is not for us.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Belonging, LeftReason } from '../../platform.ts';
import { Mention, type TeamsActivity } from './teams-activity.ts';
import { type CardData, readCardData } from './teams-data.ts';

/** How the answer goes back. */
export type Arrival =
  /** Answered by a post in the conversation. The text is empty where we were only called by name. */
  | { readonly kind: 'wrote'; readonly text: string }
  /** A client without Action.Execute sends what was pressed as a message. */
  | { readonly kind: 'pressed'; readonly data: CardData }
  /** Answered at once, with a card or words for this person alone. */
  | { readonly kind: 'executed'; readonly data: CardData }
  | { readonly kind: 'dialog'; readonly data: CardData }
  /** From the compose box. */
  | { readonly kind: 'searched'; readonly text: string }
  | { readonly kind: 'command' }
  | { readonly kind: 'belonging'; readonly change: Change; readonly isWholeTeam: boolean }
  /** Not for us, or nothing that we know. */
  | { readonly kind: 'nothing' };

export type Change =
  | { readonly kind: Exclude<Belonging['kind'], 'left' | 'uninstalled'> }
  | { readonly kind: 'left'; readonly reason: LeftReason };

const NOTHING: Arrival = { kind: 'nothing' };

export function readArrival(activity: TeamsActivity): Arrival {
  switch (activity.type) {
    case 'message':
      return readMessage(activity);
    case 'invoke':
      return readInvoke(activity);
    case 'installationUpdate':
      return readInstallation(activity);
    case 'conversationUpdate':
      return readChange(activity);
    default:
      return NOTHING;
  }
}

function readMessage(activity: TeamsActivity): Arrival {
  const data = readCardData(activity.value);
  if (data) return { kind: 'pressed', data };
  const isPersonal = activity.conversation.conversationType === 'personal';
  // Where the app may read a channel, Teams sends it everything that is said there. What is not said to us is not read.
  if (!isPersonal && !isMentioned(activity)) return NOTHING;
  return { kind: 'wrote', text: stripMentions(activity) };
}

function readInvoke({ name, value }: TeamsActivity): Arrival {
  switch (name) {
    case 'adaptiveCard/action': {
      const data = readCardData(Execution.safeParse(value).data?.action.data);
      return data ? { kind: 'executed', data } : NOTHING;
    }
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/submitAction': {
      const data = readCardData(Dialog.safeParse(value).data?.data);
      return data ? { kind: 'dialog', data } : NOTHING;
    }
    case 'composeExtension/query': {
      const given = Query.safeParse(value).data?.parameters ?? [];
      const text = given.find((each) => each.name !== 'initialRun')?.value ?? '';
      return { kind: 'searched', text: String(text).trim() };
    }
    case 'composeExtension/fetchTask':
      return { kind: 'command' };
    default:
      return NOTHING;
  }
}

const Execution = z.object({ action: z.object({ data: z.unknown().optional() }) });
const Dialog = z.object({ data: z.unknown().optional() });
const Query = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })).nullish(),
});

function readInstallation({ action }: TeamsActivity): Arrival {
  // "add-upgrade" and "remove-upgrade" are a new version of the app where it was before.
  if (action === 'add') return { kind: 'belonging', change: { kind: 'joined' }, isWholeTeam: false };
  return action === 'remove' ? toLeft('removed') : NOTHING;
}

/** @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
function readChange({ membersAdded, membersRemoved, recipient, channelData }: TeamsActivity): Arrival {
  const isBot = ({ id }: { readonly id: string }) => id === recipient?.id;
  if (membersAdded?.some(isBot)) return { kind: 'belonging', change: { kind: 'joined' }, isWholeTeam: false };
  if (membersRemoved?.some(isBot)) return toLeft('removed', channelData?.team !== undefined);
  switch (channelData?.eventType) {
    case 'channelRenamed':
      return { kind: 'belonging', change: { kind: 'renamed' }, isWholeTeam: false };
    case 'teamRenamed':
      return { kind: 'belonging', change: { kind: 'renamed' }, isWholeTeam: true };
    case 'channelDeleted':
      return toLeft('deleted');
    case 'teamDeleted':
    case 'teamHardDeleted':
      return toLeft('deleted', true);
    case 'teamArchived':
      return toLeft('archived', true);
    case 'channelRestored':
      return { kind: 'belonging', change: { kind: 'joined' }, isWholeTeam: false };
    case 'teamUnarchived':
    case 'teamRestored':
      return { kind: 'belonging', change: { kind: 'joined' }, isWholeTeam: true };
    default:
      return NOTHING;
  }
}

function toLeft(reason: LeftReason, isWholeTeam = false): Arrival {
  return { kind: 'belonging', change: { kind: 'left', reason }, isWholeTeam };
}

function listMentions({ entities = [] }: TeamsActivity) {
  return entities.flatMap((entity) => Mention.safeParse(entity).data ?? []);
}

function isMentioned(activity: TeamsActivity): boolean {
  return listMentions(activity).some(({ mentioned }) => mentioned.id === activity.recipient?.id);
}

/** Without our own name; of others mentioned, the name stays. */
function stripMentions(activity: TeamsActivity): string {
  const own = listMentions(activity).filter(({ mentioned }) => mentioned.id === activity.recipient?.id);
  const text = own.reduce((words, { text: mark }) => (mark ? words.replaceAll(mark, ' ') : words), activity.text ?? '');
  return text
    .replace(/<\/?at[^<>]*>/g, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .trim();
}

/**
 * The same act again has the same key: a message or a press by the id that Teams gave it, where it happened; a form by
 * the showing that was filled in, as Teams' clients send a dialog again when they hear nothing. The digest tells it from
 * one that was mended and sent again, which is another act.
 */
export function toKey({ id, conversation, from }: TeamsActivity, tenantId: string, data?: CardData): string {
  const place = `teams:${tenantId}`;
  if (data?.act !== 'submit') return `${place}:${conversation.id}:${id}`;
  const digest = createHash('sha256')
    .update(JSON.stringify(Object.entries(data.entries).toSorted(byKey)))
    .digest('hex');
  return `${place}:${from.aadObjectId ?? from.id}:${data.nonce}:${digest.slice(0, 16)}`;
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
