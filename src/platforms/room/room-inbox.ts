// What one person sees in the room: their conversations, what asks them something, and where each question stands.
import type { ConversationId, PromptId } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import type { Handle, PromptView } from '../../platform.ts';
import type { RoomPlace } from './room-people.ts';
import type { Visitor } from './room-session.ts';
import type { RoomSetting } from './room-setting.ts';
import { toStamp, WATCHED } from './room-stamp.ts';
import { type AskingMessage, listAsking, listVersions } from './room-store.ts';

export interface Inbox {
  readonly places: readonly RoomPlace[];
  /** The newest message about each question, newest first. */
  readonly asking: readonly AskingMessage[];
  readonly views: Views;
  /** Changes when any of the person's messages does. */
  readonly stamp: string;
}

export type Views = ReadonlyMap<PromptId, PromptView>;

/** Questions older than so many newer ones have closed long ago. */
const MOST_ASKING = 200;

export interface Seen {
  readonly setting: RoomSetting;
  readonly handle: Handle;
  readonly visitor: Visitor;
  /** Prompts that are shown besides those of the newest messages. */
  readonly promptIds?: readonly PromptId[];
}

export async function readInbox({ setting, handle, visitor, promptIds = [] }: Seen): Promise<Inbox> {
  const places = await setting.people.listPlaces(visitor.person.id);
  const ids = places.map(({ conversation }) => conversation.id);
  const stamp = toStamp(await listVersions(setting.db, ids, WATCHED));
  const asking = keepNewest(await listAsking(setting.db, ids, MOST_ASKING));
  const all = [...asking.map(({ promptId }) => promptId), ...promptIds];
  return { places, asking, stamp, views: await readViews(handle, visitor, all) };
}

export function countOpen({ asking, views }: Inbox, conversationId?: ConversationId): number {
  return asking.filter((message) => {
    const isHere = conversationId === undefined || message.conversationId === conversationId;
    return isHere && views.get(message.promptId)?.state === 'open';
  }).length;
}

/** Every prompt that a message is about, asks or asked. */
export function listPrompts({ question, past, buttons }: Message): readonly PromptId[] {
  const ofButtons = buttons.flatMap((button) => (button.kind === 'link' ? [] : [button.promptId]));
  return [...(question ? [question.promptId] : []), ...(past ? [past.promptId] : []), ...ofButtons];
}

/** Where these prompts stand for this person. One that the road does not know is absent. */
export async function readViews(handle: Handle, { user }: Visitor, promptIds: readonly PromptId[]): Promise<Views> {
  const unique = [...new Set(promptIds)];
  if (unique.length === 0) return new Map();
  const answer = await handle.look({ kind: 'looked', from: user, promptIds: unique });
  // To say that nothing waits, when nobody knows, would be worse than a page that says to try again.
  if (answer.kind !== 'views')
    throw new Error(`The road did not tell where the questions stand, but "${answer.kind}".`);
  return new Map(answer.views.map((view) => [view.promptId, view]));
}

function keepNewest(asking: readonly AskingMessage[]): readonly AskingMessage[] {
  const seen = new Set<PromptId>();
  return asking.filter(({ promptId }) => !seen.has(promptId) && seen.add(promptId));
}
