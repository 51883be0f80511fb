// What is watched over a group's meetings: that one has an agenda, that one has minutes, and that the year has enough of them.
import { z } from 'zod';
import { addDays, LocalDate } from '../../calendar/local-date.ts';
import { findInMonth } from '../../calendar/month-day.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import type { County } from '../../directory/county.ts';
import type { Group } from '../../directory/group.ts';
import { GroupId, SubjectId } from '../../ids.ts';
import type { Meeting } from './meeting.ts';

/** How many meetings a year a group should have at the least; a group without a number is not watched. */
const Quota = z.object({ atLeast: z.int().positive() });

export function findLeast({ quota }: Group): number | undefined {
  return Quota.safeParse(quota).data?.atLeast;
}

/** A year of a group's meetings. */
export interface GroupYear {
  readonly groupId: GroupId;
  readonly year: number;
}

/** "kalmar/beredningsgruppen/quota-2026", where a meeting is "kalmar/beredning-mars". */
export function toQuotaId({ groupId, year }: GroupYear): SubjectId {
  return SubjectId.parse(`${groupId}/quota-${year}`);
}

export function findGroupYear(id: SubjectId): GroupYear | undefined {
  const [, groupId, year] = /^(.+)\/quota-(\d{4})$/.exec(id) ?? [];
  return groupId === undefined ? undefined : { groupId: GroupId.parse(groupId), year: Number(year) };
}

/** The days on which the county looks at its groups' year, each a working one. */
export function listLooks(
  { ladders }: County,
  year: number,
): readonly { readonly step: string; readonly date: LocalDate }[] {
  return ladders.watch.quota.map(({ step, month, on }) => {
    const first = LocalDate.parse(`${year}-${String(month).padStart(2, '0')}-01`);
    return { step, date: moveToWorkingDay(findInMonth(first, on), 'after') };
  });
}

export interface LastSlot {
  /** The last working day of the year. */
  readonly lastDay: LocalDate;
  /** So many days before a meeting its invitation goes out. */
  readonly callDays: number;
  /** The last day to book a meeting that is to be called in time. */
  readonly bookBy: LocalDate;
}

/** As long as this day has not been, one more meeting is possible. */
export function findLastSlot({ ladders }: County, year: number): LastSlot {
  const lastDay = moveToWorkingDay(LocalDate.parse(`${year}-12-31`), 'before');
  const callDays = Math.max(0, ...ladders.meeting.steps.map(({ days }) => -days));
  return { lastDay, callDays, bookBy: moveToWorkingDay(addDays(lastDay, -callDays), 'before') };
}

/** The meetings that count for a year: held or still to be held. */
export function listCounted(meetings: readonly Meeting[], { groupId, year }: GroupYear): readonly Meeting[] {
  return meetings.filter(
    (one) => one.groupId === groupId && one.cancelledOn === undefined && one.heldOn.startsWith(`${year}-`),
  );
}
