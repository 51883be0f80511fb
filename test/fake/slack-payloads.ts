// What Slack sends an app when somebody writes, presses, fills in or calls it, and when its place somewhere changes.
import type { SeenButton } from './slack-block-view.ts';
import type { Payload } from './slack-postman.ts';
import type { Account, Channel, OpenView, Post, Workspace } from './slack-world.ts';

export interface Scene {
  readonly from: Account;
  readonly at: Channel;
  /** Where the app is installed. */
  readonly workspace: Workspace;
}

let count = 0;

/** Slack's own ids: no two are the same. */
function next(letters: string): string {
  count += 1;
  return `${letters}${Date.now()}${count}`;
}

function nextTs(): string {
  count += 1;
  return `${Math.floor(Date.now() / 1_000)}.${`${count}`.padStart(6, '0')}`;
}

export function toEvent({ id }: Workspace, event: Payload): Payload {
  const authorizations = [{ team_id: id, enterprise_id: null, is_bot: true }];
  return { type: 'event_callback', team_id: id, event_id: next('Ev'), authorizations, event };
}

/** In a channel only what is said to the bot is sent to it. */
export function wroteEvent({ from, at, workspace }: Scene, text: string, isMention: boolean): Payload {
  const said = isMention ? `<@${workspace.botUserId}> ${escapeWritten(text)}` : escapeWritten(text);
  const message = { user: from.id, channel: at.id, text: said, ts: nextTs() };
  const type = isMention ? { type: 'app_mention' } : { type: 'message', channel_type: 'im' };
  return toEvent(workspace, { ...message, ...type });
}

export function homeEvent({ from, at, workspace }: Scene): Payload {
  return toEvent(workspace, { type: 'app_home_opened', user: from.id, channel: at.id, tab: 'home' });
}

export type Change = 'joined' | 'left' | 'archived' | 'unarchived' | 'deleted' | 'renamed';

export function changedEvent({ from, at, workspace }: Scene, change: Change): Payload {
  const prefix = at.kind === 'channel' ? 'channel' : 'group';
  const events: Readonly<Record<Change, Payload>> = {
    joined: { type: 'member_joined_channel', user: workspace.botUserId, inviter: from.id, channel: at.id },
    left: { type: `${prefix}_left`, channel: at.id, actor_id: from.id },
    archived: { type: `${prefix}_archive`, channel: at.id, user: from.id },
    unarchived: { type: `${prefix}_unarchive`, channel: at.id, user: from.id },
    deleted: { type: `${prefix}_deleted`, channel: at.id, actor_id: from.id },
    renamed: { type: `${prefix}_rename`, channel: { id: at.id, name: at.name, created: 0 } },
  };
  return toEvent(workspace, events[change]);
}

export function commandPayload({ from, at, workspace }: Scene, text: string, doors: Doors): Payload {
  return {
    command: '/samverk',
    text,
    team_id: workspace.id,
    team_domain: workspace.name,
    user_id: from.id,
    channel_id: at.id,
    channel_name: at.name,
    ...doors,
  };
}

/** What opens a modal, and where one may answer. */
export interface Doors {
  readonly trigger_id: string;
  readonly response_url: string;
}

function whose({ from, workspace }: Scene): Payload {
  return { team: { id: workspace.id }, user: { id: from.id, team_id: from.workspace } };
}

export function shortcutPayload(scene: Scene, { trigger_id }: Doors): Payload {
  return { ...whose(scene), type: 'shortcut', callback_id: 'ask', action_ts: nextTs(), trigger_id };
}

function toAction({ actionId, blockId, value }: Pick<SeenButton, 'actionId' | 'blockId' | 'value'>): Payload {
  return { type: 'button', action_id: actionId, block_id: blockId, action_ts: nextTs(), ...(value ? { value } : {}) };
}

export function pressedPayload(scene: Scene, button: SeenButton, post: Post, doors: Doors): Payload {
  const { ts, threadTs, content, onlyTo } = post;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    ...whose(scene),
    ...doors,
    type: 'block_actions',
    channel: { id: scene.at.id, name: scene.at.name },
    container: { type: 'message', message_ts: ts, is_ephemeral: onlyTo !== undefined, ...thread },
    message: { ts, text: content.text },
    actions: [toAction(button)],
  };
}

export type State = Readonly<Record<string, Readonly<Record<string, Payload>>>>;

export function pressedViewPayload(
  scene: Scene,
  button: Pick<SeenButton, 'actionId' | 'blockId' | 'value'>,
  open: OpenView,
  { trigger_id }: Pick<Doors, 'trigger_id'>,
  state: State = {},
): Payload {
  const container = { type: 'view', view_id: open.id };
  const view = describeView(open, state);
  return { ...whose(scene), type: 'block_actions', container, trigger_id, view, actions: [toAction(button)] };
}

export function submittedPayload(scene: Scene, open: OpenView, state: State, trigger_id: string): Payload {
  return { ...whose(scene), type: 'view_submission', trigger_id, view: describeView(open, state), response_urls: [] };
}

function describeView({ id, hash, view }: OpenView, values: State): Payload {
  return { ...view, id, hash, state: { values } };
}

function escapeWritten(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
