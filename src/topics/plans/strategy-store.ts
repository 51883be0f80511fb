// Reads and writes a county's strategies, their areas and their goals.
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import type { CountyId } from '../../ids.ts';
import { Area, Goal, Strategy } from './strategy.ts';

const strategySelect = {
  id: true,
  countyId: true,
  name: true,
  fromOn: true,
  toOn: true,
  dnr: true,
  adoptedOn: true,
  adoptedBy: true,
  aim: true,
  agenda2030: true,
  provenance: true,
} as const;

const areaSelect = {
  id: true,
  countyId: true,
  strategyId: true,
  position: true,
  name: true,
  aim: true,
  agenda2030: true,
  provenance: true,
} as const;

const goalSelect = { id: true, countyId: true, areaId: true, position: true, text: true, provenance: true } as const;

/** The county's strategies, the latest first. */
export async function listStrategies(db: Db, countyId: CountyId): Promise<readonly Strategy[]> {
  const rows = await db.strategy.findMany({
    where: { countyId },
    select: strategySelect,
    orderBy: [{ fromOn: 'desc' }, { id: 'asc' }],
  });
  return rows.map((row) => Strategy.parse(dropNulls(row)));
}

/** Every area of the county, in the order of its strategy. */
export async function listAreas(db: Db, countyId: CountyId): Promise<readonly Area[]> {
  const rows = await db.area.findMany({
    where: { countyId },
    select: areaSelect,
    orderBy: [{ strategyId: 'asc' }, { position: 'asc' }],
  });
  return rows.map((row) => Area.parse(dropNulls(row)));
}

/** Every goal of the county, in the order of its area. */
export async function listGoals(db: Db, countyId: CountyId): Promise<readonly Goal[]> {
  const rows = await db.goal.findMany({
    where: { countyId },
    select: goalSelect,
    orderBy: [{ areaId: 'asc' }, { position: 'asc' }],
  });
  return rows.map((row) => Goal.parse(dropNulls(row)));
}

/** @returns the ids of those that were new or changed */
export function saveStrategies(
  db: Db,
  countyId: CountyId,
  strategies: readonly Strategy[],
): Promise<readonly string[]> {
  return saveChanged(strategies, {
    read: async (ids) => {
      const rows = await db.strategy.findMany({ where: { countyId, id: { in: ids } }, select: strategySelect });
      return rows.map((row) => Strategy.parse(dropNulls(row)));
    },
    create: (fresh) => db.strategy.createMany({ data: fresh.map(toStrategyRow) }),
    update: (changed) => db.strategy.update({ where: { id: changed.id, countyId }, data: toStrategyRow(changed) }),
  });
}

/** @returns the ids of those that were new or changed */
export function saveAreas(db: Db, countyId: CountyId, areas: readonly Area[]): Promise<readonly string[]> {
  return saveChanged(areas, {
    read: async (ids) => {
      const rows = await db.area.findMany({ where: { countyId, id: { in: ids } }, select: areaSelect });
      return rows.map((row) => Area.parse(dropNulls(row)));
    },
    create: (fresh) => db.area.createMany({ data: fresh.map(toAreaRow) }),
    update: (changed) => db.area.update({ where: { id: changed.id, countyId }, data: toAreaRow(changed) }),
  });
}

/** @returns the ids of those that were new or changed */
export function saveGoals(db: Db, countyId: CountyId, goals: readonly Goal[]): Promise<readonly string[]> {
  return saveChanged(goals, {
    read: async (ids) => {
      const rows = await db.goal.findMany({ where: { countyId, id: { in: ids } }, select: goalSelect });
      return rows.map((row) => Goal.parse(dropNulls(row)));
    },
    create: (fresh) => db.goal.createMany({ data: fresh.map(toGoalRow) }),
    update: (changed) => db.goal.update({ where: { id: changed.id, countyId }, data: toGoalRow(changed) }),
  });
}

function toStrategyRow(strategy: Strategy) {
  const { toOn = null, dnr = null, adoptedOn = null, adoptedBy = null, aim = null } = strategy;
  const { provenance = Prisma.DbNull } = strategy;
  return { ...strategy, toOn, dnr, adoptedOn, adoptedBy, aim, provenance, agenda2030: [...strategy.agenda2030] };
}

function toAreaRow(area: Area) {
  const { aim = null, provenance = Prisma.DbNull } = area;
  return { ...area, aim, provenance, agenda2030: [...area.agenda2030] };
}

function toGoalRow(goal: Goal) {
  return { ...goal, provenance: goal.provenance ?? Prisma.DbNull };
}
