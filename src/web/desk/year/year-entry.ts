// One thing in a county's year: a last day to apply, a meeting, a check-in round, an event, something national.
import { z } from 'zod';
import type { LocalDate, LocalTime } from '../../../calendar/local-date.ts';
import type { PersonId } from '../../../ids.ts';

export const EntryKind = z.enum(['call', 'meeting', 'round', 'event', 'national']);
export type EntryKind = z.infer<typeof EntryKind>;

export interface YearEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** Both included. A call has its last day alone, a round the days from its first to its last. */
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  /** Of a meeting. */
  readonly time?: { readonly from: LocalTime; readonly to: LocalTime };
  /** Whom a meeting calls together. */
  readonly people: ReadonlySet<PersonId>;
  readonly isCancelled: boolean;
  readonly url?: string;
}

/** Two that get in each other's way, or one that gets in the way of a free day; told at the later of them. */
export type Collision =
  | { readonly kind: 'same-people'; readonly with: YearEntry; readonly people: number }
  | { readonly kind: 'same-deadline'; readonly with: YearEntry }
  | { readonly kind: 'national'; readonly with: YearEntry }
  | { readonly kind: 'free-day' };
