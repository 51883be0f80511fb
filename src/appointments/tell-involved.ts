// Those whom an appointment concerns are told of it, each once, by the same road as everything else.
import type { Tx } from '../database/open.ts';
import type { Appointment } from '../directory/appointment.ts';
import type { PersonId } from '../ids.ts';
import type { Message } from '../message/message.ts';
import { tellNotice } from '../reminders/notice.ts';
import { findPersonPlaces } from '../reminders/places.ts';
import { composePosts } from '../reminders/post.ts';
import type { Road } from '../reminders/road.ts';
import type { Language } from '../text/language.ts';

const TOPIC = 'appointment';
/** So long it waits for a conversation that is paused. */
const USEFUL_MS = 90 * 24 * 60 * 60 * 1000;

/** decided → begun → back, or taken back; and to the person, that somebody else decided it. */
export type Stage = 'decided' | 'begun' | 'back' | 'taken-back' | 'yours';

export interface Telling {
  readonly appointment: Appointment;
  readonly stage: Stage;
  readonly to: PersonId;
  readonly compose: (language: Language) => Message;
}

export async function tellInvolved(road: Road, tx: Tx, { appointment, stage, to, compose }: Telling): Promise<void> {
  const { id, countyId } = appointment;
  const places = await findPersonPlaces(tx, countyId, [to]);
  const posts = await composePosts(places, async (language) => compose(language));
  const usefulTo = new Date(road.clock.now().getTime() + USEFUL_MS);
  const notice = { key: `${TOPIC}:${id}:${stage}`, countyId, topic: TOPIC, subjectId: id, step: stage, usefulTo };
  await tellNotice(road, tx, notice, posts);
}
