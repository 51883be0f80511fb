// What was frozen of a year, by whom, and which groups may have approved it.

import type { Group } from '../../../directory/group.ts';
import { listGroups } from '../../../directory/group-store.ts';
import { findPeople } from '../../../directory/person-store.ts';
import type { Snapshot } from '../../../followup/snapshot.ts';
import type { GroupId } from '../../../ids.ts';
import { findPlanOf } from '../../../topics/plans/plan-store.ts';
import type { Visit } from '../visit.ts';

export interface FrozenYear {
  readonly year: number;
  /** The latest first. */
  readonly snapshots: readonly Snapshot[];
  /** Of those who froze them, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly groups: readonly Group[];
  /** That approved the plan: it most likely approves its follow-up. */
  readonly approver?: GroupId | undefined;
}

export async function readFrozenYear(
  { setting, visitor }: Visit,
  year: number,
  snapshots: readonly Snapshot[],
): Promise<FrozenYear> {
  const { db } = setting.road.database;
  const { id: countyId } = visitor.county;
  const people = await findPeople(
    db,
    countyId,
    snapshots.map(({ frozenById }) => frozenById),
  );
  return {
    year,
    snapshots,
    names: new Map(people.map(({ id, name }) => [id, name])),
    groups: await listGroups(db, countyId),
    approver: (await findPlanOf(db, countyId, year))?.approvedById,
  };
}
