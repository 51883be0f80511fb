// Somebody is away or has left: which of the questions that wait for them go to somebody else, and which come back?
import type { Tx } from '../database/open.ts';
import { type Appointment, covers } from '../directory/appointment.ts';
import type { PersonId } from '../ids.ts';
import { toPromptDue } from '../reminders/due.ts';
import { passOn } from '../reminders/pass-on.ts';
import { REFRESH_QUEUE } from '../reminders/refresh.ts';
import type { Road } from '../reminders/road.ts';
import { type AskedPerson, type Prompt, toUnit } from '../replies/prompt.ts';
import { addAsked, releaseAsked } from '../replies/prompt-store.ts';
import { findCurrentReply, lockUnit } from '../replies/reply-store.ts';
import { listWaiting, type Waiting } from '../replies/waiting-store.ts';
import type { Recipient } from '../topic.ts';

/**
 * The topic says who is asked instead, as it would if it asked now: of a meeting after the holidays, the person themself.
 * A leaver keeps no question.
 * @returns the questions that somebody is asked now who was not before
 */
export async function handOn(road: Road, tx: Tx, appointment: Appointment): Promise<readonly Prompt[]> {
  const { countyId, personId: id, kind, standInId, begunAt } = appointment;
  const isLeaving = kind === 'successor' && begunAt !== undefined;
  return moveEach(road, tx, {
    waiting: (await listWaiting(tx, { countyId, id }, road.clock.now())).filter(({ asked }) =>
      covers(appointment, asked.groupId),
    ),
    choose(asked, recipients) {
      const isOwn = recipients.some((one) => one.personId === id);
      const instead = isOwn
        ? undefined
        : (recipients.find((one) => one.insteadOfId === id) ?? recipients.find((one) => one.personId === standInId));
      const next = instead?.personId ?? (isLeaving ? standInId : undefined);
      return next && { ...asked, personId: next, insteadOfId: id };
    },
  });
}

/** The days are over: what the substitute has not answered is the person's own again, where the topic says so. */
export async function handBack(road: Road, tx: Tx, appointment: Appointment): Promise<readonly Prompt[]> {
  const { countyId, personId, standInId: id } = appointment;
  return moveEach(road, tx, {
    waiting: (await listWaiting(tx, { countyId, id }, road.clock.now())).filter(
      ({ asked }) => asked.insteadOfId === personId,
    ),
    choose({ insteadOfId: _, ...asked }, recipients) {
      const isOwn = recipients.some((one) => one.personId === personId);
      return isOwn ? { ...asked, personId } : undefined;
    },
  });
}

type PersonAsked = Extract<Recipient, { kind: 'person' }>;

interface Moving {
  readonly waiting: readonly Waiting[];
  /** Who is asked instead; undefined where it stays as it is. */
  choose(asked: AskedPerson, recipients: readonly PersonAsked[]): AskedPerson | undefined;
}

async function moveEach(road: Road, tx: Tx, { waiting, choose }: Moving): Promise<readonly Prompt[]> {
  const moved: Prompt[] = [];
  for (const { prompt, asked } of waiting) {
    const unit = toUnit(prompt.answerPer, asked);
    await lockUnit(tx, prompt, unit);
    if (await findCurrentReply(tx, prompt, unit)) continue;
    const recipients = await listAskedNow(road, tx, prompt);
    const next = choose(asked, recipients);
    if (next && (await move(road, tx, { prompt, from: asked.personId, to: next }))) moved.push(prompt);
  }
  return moved;
}

async function listAskedNow(road: Road, tx: Tx, prompt: Prompt): Promise<readonly PersonAsked[]> {
  const due = await toPromptDue(tx, prompt, road.clock.now());
  const recipients = await passOn(tx, due, await road.topics[prompt.topic].audience(tx, due));
  return recipients.filter((one): one is PersonAsked => one.kind === 'person' && one.isAsked);
}

export interface Move {
  readonly prompt: Prompt;
  readonly from: PersonId;
  readonly to: AskedPerson;
}

/** @returns whether it is news to the one who is asked now */
export async function move(road: Road, tx: Tx, { prompt, from, to }: Move): Promise<boolean> {
  await releaseAsked(tx, prompt, [from], road.clock.now());
  const added = await addAsked(tx, prompt, [to]);
  const units = [from, to.personId].map((personId) => toUnit(prompt.answerPer, { ...to, personId }));
  await road.queue.enqueue(tx, [{ queue: REFRESH_QUEUE, data: { prompt: prompt.id, units } }]);
  return added > 0;
}
