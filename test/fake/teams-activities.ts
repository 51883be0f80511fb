// What Teams sends to a bot when somebody does something: the documented shape of each activity.
// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
import { randomUUID } from 'node:crypto';
import type { CardAction } from './card-view.ts';
import type { Account, Place } from './teams-world.ts';

export type Activity = Readonly<Record<string, unknown>>;

/** Who does it, where, to which bot. */
export interface Scene {
  readonly from: Account;
  readonly at: Place;
  readonly botId: string;
  readonly serviceUrl: string;
  /** The thread, in a channel. */
  readonly thread?: string | undefined;
}

export function wroteActivity(scene: Scene, text: string, isMention: boolean): Activity {
  const mark = '<at>Samverk</at>';
  const mention = { type: 'mention', text: mark, mentioned: { id: scene.botId, name: 'Samverk' } };
  const words = isMention ? `${mark} ${text}` : text;
  return {
    ...common(scene, `${nextId()}`),
    type: 'message',
    textFormat: 'plain',
    text: words,
    attachments: [{ contentType: 'text/html', content: `<div><div>${words}</div></div>` }],
    entities: [...(isMention ? [mention] : []), CLIENT],
  };
}

/** A press of Action.Execute. A client that refreshes by itself says so. */
export function executedActivity(scene: Scene, { verb, data, title }: CardAction, pressed: Pressed): Activity {
  const action = { type: 'Action.Execute', title, verb, data: { ...data, ...pressed.entries } };
  const value = { action, trigger: pressed.isAutomatic ? 'automatic' : 'manual' };
  return { ...invoke(scene, 'adaptiveCard/action', value), replyToId: pressed.postId };
}

/** A press of Action.Submit: a message without words. */
export function submittedActivity(scene: Scene, { data }: CardAction, { entries, postId }: Pressed): Activity {
  const { msteams: _, ...sent } = data;
  return { ...common(scene, `${nextId()}`), type: 'message', value: { ...sent, ...entries }, replyToId: postId };
}

export interface Pressed {
  readonly postId: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly isAutomatic?: boolean;
}

export function openedDialogActivity(scene: Scene, { data }: CardAction, { entries, postId }: Pressed): Activity {
  return { ...invoke(scene, 'task/fetch', { data: { ...data, ...entries }, ...LOOK }), replyToId: postId };
}

export function submittedDialogActivity(scene: Scene, { data }: CardAction, { entries, postId }: Pressed): Activity {
  return { ...invoke(scene, 'task/submit', { data: { ...data, ...entries }, ...LOOK }), replyToId: postId };
}

/** From the compose box. */
export function searchedActivity(scene: Scene, commandId: string, words: string): Activity {
  const parameters = words === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: words }];
  const queryOptions = { skip: 0, count: 25 };
  return invoke(scene, 'composeExtension/query', { commandId, parameters, queryOptions, ...LOOK });
}

export type Change =
  | 'added'
  | 'removed'
  | 'channelRenamed'
  | 'channelDeleted'
  | 'teamRenamed'
  | 'teamArchived'
  | 'teamUnarchived'
  | 'teamDeleted';

/** The bot is put in, thrown out, or what it is in changes. */
export function changedActivity(scene: Scene, change: Change): Activity {
  const bot = [{ id: scene.botId }];
  const base = { ...common(scene, `f:${randomUUID()}`), type: 'conversationUpdate' };
  if (change === 'added') return { ...base, ...withEvent(base, 'teamMemberAdded', scene), membersAdded: bot };
  if (change === 'removed') return { ...base, ...withEvent(base, 'teamMemberRemoved', scene), membersRemoved: bot };
  return { ...base, ...withEvent(base, change, scene) };
}

/** Somebody installs or removes the app for themselves, a chat or a team. */
export function installedActivity(scene: Scene, action: 'add' | 'remove'): Activity {
  return { ...common(scene, `f:${randomUUID()}`), type: 'installationUpdate', action };
}

const CLIENT = { type: 'clientInfo', locale: 'sv-SE', country: 'SE', platform: 'Web', timezone: 'Europe/Stockholm' };
const LOOK = { context: { theme: 'default' } };

let lastId = 0;
function nextId(): number {
  lastId = Math.max(lastId + 1, Date.now());
  return lastId;
}

function invoke(scene: Scene, name: string, value: Activity): Activity {
  return { ...common(scene, `f:${randomUUID()}`), type: 'invoke', name, value };
}

function common({ from, at, botId, serviceUrl, thread }: Scene, id: string) {
  const now = new Date().toISOString();
  return {
    id,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'Europe/Stockholm',
    locale: 'sv-SE',
    channelId: 'msteams',
    serviceUrl,
    from: { id: from.id, name: from.name, aadObjectId: from.objectId },
    recipient: { id: botId, name: 'Samverk' },
    conversation: describeConversation(at, thread),
    entities: [CLIENT],
    channelData: describeChannelData(at),
  };
}

function describeConversation({ id, kind, tenant, name }: Place, thread: string | undefined) {
  const inThread = kind === 'channel' && thread !== undefined ? `${id};messageid=${thread}` : id;
  const conversationType = ({ channel: 'channel', chat: 'groupChat', personal: 'personal' } as const)[kind];
  return {
    id: inThread,
    conversationType,
    tenantId: tenant,
    ...(kind === 'personal' ? {} : { isGroup: true }),
    ...(kind === 'chat' ? { name } : {}),
  };
}

function describeChannelData({ id, team, tenant, name }: Place) {
  const inTeam = team && {
    teamsTeamId: team.id,
    teamsChannelId: id,
    team: { id: team.id, name: team.name, aadGroupId: team.groupId },
    channel: { id, name },
  };
  return { tenant: { id: tenant }, ...inTeam };
}

function withEvent({ channelData }: { readonly channelData: Activity }, eventType: string, { at }: Scene) {
  return at.team ? { channelData: { ...channelData, eventType } } : {};
}
