// The bot was put into a conversation or out of it, or the conversation has another name: what follows from that?
import type { Tx } from '../database/open.ts';
import { findTenant } from '../delivery/readable.ts';
import { findConversationAnywhere, listConversationsOn, renameConversation } from '../directory/binding-store.ts';
import type { ConversationState, StoredConversation } from '../directory/conversation.ts';
import { changeConversation } from '../directory/conversation-store.ts';
import type { ConversationId } from '../ids.ts';
import type { Answer, Belonging, LeftReason } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { promiseTrouble } from '../reminders/tell-trouble.ts';
import type { House } from './asking.ts';
import { lockIncoming, markHandled, storeIncoming } from './incoming-store.ts';
import { type Greeted, prepareWelcome } from './welcome.ts';

/** A conversation that nobody has told us of is not stored: whoever may, connects it, and it says then where it is. */
export async function takeNotice({ road, platforms }: House, belonging: Belonging): Promise<Answer> {
  switch (belonging.kind) {
    case 'joined': {
      const welcome = await prepareWelcome(road, belonging);
      return 'refused' in welcome ? welcome.refused : once(road, belonging, welcome);
    }
    case 'left':
    case 'renamed': {
      const stored = await findConversationAnywhere(road.database.db, belonging.at.id);
      if (stored?.platform !== belonging.from.platform) return { kind: 'nothing' };
      return once(road, belonging, { by: { countyId: stored.countyId }, write: (tx) => follow(road, tx, belonging) });
    }
    case 'uninstalled': {
      const { platform: name, tenant } = belonging.from;
      const platform = platforms.find((each) => each.name === name);
      const ids = (await listConversationsOn(road.database.db, name))
        .filter((each) => platform && findTenant(platform, each) === tenant)
        .map(({ id }) => id);
      return once(road, belonging, { write: (tx) => leaveAll(road, tx, ids) });
    }
  }
}

/** Stored under its key and handled in one transaction: the same again gives the same answer and changes nothing. */
async function once({ database, clock }: Road, belonging: Belonging, { by, write }: Greeted): Promise<Answer> {
  const stored = await storeIncoming(database.db, belonging, clock.now());
  if (stored.answer) return stored.answer;
  return database.transaction(async (tx) => {
    const done = await lockIncoming(tx, stored.id);
    if (done) return done;
    const answer = await write(tx);
    await markHandled(tx, { incomingId: stored.id, answer, at: clock.now(), ...(by && { by }) });
    return answer;
  });
}

async function follow(
  road: Road,
  tx: Tx,
  belonging: Extract<Belonging, { kind: 'left' | 'renamed' }>,
): Promise<Answer> {
  if (belonging.kind === 'renamed') {
    await renameConversation(tx, belonging.at);
    return { kind: 'nothing' };
  }
  const stored = await findConversationAnywhere(tx, belonging.at.id);
  if (stored && (await leave(road, tx, stored, belonging.reason))) await tellLost(road, tx, [stored.id]);
  return { kind: 'nothing' };
}

/** Of everything that is out of reach at once, the coordinators are told at once. */
async function leaveAll(road: Road, tx: Tx, ids: readonly ConversationId[]): Promise<Answer> {
  const lost: ConversationId[] = [];
  for (const id of ids) {
    const stored = await findConversationAnywhere(tx, id);
    if (stored && (await leave(road, tx, stored, 'removed'))) lost.push(id);
  }
  if (lost.length > 0) await tellLost(road, tx, lost);
  return { kind: 'nothing' };
}

const stateAfter = {
  removed: 'gone',
  deleted: 'gone',
  archived: 'paused',
  blocked: 'paused',
} as const satisfies Record<LeftReason, ConversationState>;

/** @returns whether whoever coordinates is to be told: not where a refusal was there first */
async function leave(road: Road, tx: Tx, stored: StoredConversation, reason: LeftReason): Promise<boolean> {
  if (stored.state === 'gone') return false;
  await changeConversation(tx, stored, { state: stateAfter[reason], reason, at: road.clock.now() });
  return stored.state === 'active';
}

function tellLost(road: Road, tx: Tx, conversations: readonly ConversationId[]): Promise<void> {
  return promiseTrouble(road.queue, tx, { conversations });
}
