// What may come back was saved: the times of the year ahead follow it, and those that it had and has not any more come off.
import type { Tx } from '../database/open.ts';
import type { CountyId, SubjectId } from '../ids.ts';
import { listLive } from '../reminders/live-store.ts';
import { planSubject } from '../reminders/plan-ahead.ts';
import type { TopicKind } from '../topic.ts';
import type { DeskAsking } from './desk-act.ts';
import type { Told } from './desk-subject.ts';
import { rewriteCards } from './tell-moved.ts';

export interface Times {
  readonly topic: TopicKind;
  readonly countyId: CountyId;
  /** Those that it has by now. */
  readonly after: readonly Told[];
  /** Is this one of its times? */
  isOwn(id: SubjectId): boolean;
}

/** @returns every time that has something to say, or had */
export async function planTimes(tx: Tx, { road, now }: DeskAsking, times: Times): Promise<readonly Told[]> {
  const { topic, countyId, after } = times;
  const live = (await listLive(tx, countyId, topic)).filter(({ id }) => times.isOwn(id));
  const gone = live.filter((subject) => after.every(({ id }) => id !== subject.id));
  const told: readonly Told[] = [...after, ...gone.map((subject) => ({ ...subject, topic }))];
  for (const one of told) {
    await planSubject(tx, road.topics[topic], one, now);
    await rewriteCards(road, tx, one);
  }
  return told;
}
