// What can be steered at the desk: one call, one meeting, one check-in round, one survey, one free reminder.
import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CountyId, GroupId } from '../ids.ts';
import type { Subject, TopicKind } from '../topic.ts';

export const DeskKind = z.enum(['meeting', 'call', 'round', 'survey', 'memo']);
export type DeskKind = z.infer<typeof DeskKind>;

/** Which one. Most are a subject of a topic by the same id; a round is asked about many activities. */
export const DeskRef = z.object({ kind: DeskKind, id: z.string().min(1) }).readonly();
export type DeskRef = z.infer<typeof DeskRef>;

/** A subject as the road knows it; with a question, only what is asked under that. */
export interface Told extends Subject {
  readonly topic: TopicKind;
  readonly question?: string;
}

export interface DeskSubject extends DeskRef {
  readonly countyId: CountyId;
  /** In words, as it is listed: "Beredningsgruppens möte 24 oktober". */
  readonly title: string;
  /** In whose name it speaks. Whoever calls all of them together may steer it; none: coordinators alone. */
  readonly groupIds: readonly GroupId[];
  /** The day that it is listed under: of the meeting, the last to apply or to answer, the next to be sent. */
  readonly day: LocalDate;
  /** Told in this order. */
  readonly told: readonly Told[];
  /** What a pause of it holds: what is told, or the whole of which that is what is planned so far. */
  readonly held: readonly Told[];
  /** Called off: nothing is left of it to be held. */
  readonly isOff: boolean;
}
