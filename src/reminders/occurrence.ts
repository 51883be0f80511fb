// One due reminder of one subject, known by a stable key.
import type { LocalDate, LocalTime } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/zone.ts';
import type { PromptId } from '../ids.ts';
import type { DueKind, PlannedDate, Subject, TopicKind, WhenLate } from '../topic.ts';

/**
 * planned → queued (handed to a worker) → told; or
 * moved (its date moved before it was told), cancelled (by a person), dropped (missed for too long).
 */
export type OccurrenceState = 'planned' | 'queued' | 'told' | 'moved' | 'cancelled' | 'dropped';

export interface Occurrence extends Subject {
  readonly occurrenceId: string;
  readonly key: string;
  readonly topic: TopicKind;
  readonly step: string;
  readonly kind: DueKind;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly dueAt: Instant;
  readonly usefulTo: Instant;
  readonly whenLate: WhenLate;
  readonly question?: string;
  readonly promptId?: PromptId;
  readonly state: OccurrenceState;
  readonly toldAt?: Instant;
}

/** Carries the local date, so that a moved deadline makes another occurrence and a changed clock does not. */
export function toOccurrenceKey(
  topic: TopicKind,
  subject: Subject,
  planned: Pick<PlannedDate, 'step' | 'date'>,
): string {
  return `${topic}:${subject.id}:${planned.step}:${planned.date}`;
}
