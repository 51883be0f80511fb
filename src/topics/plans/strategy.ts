// A county's strategy: its areas, and the goals of each.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { Provenance } from '../../directory/provenance.ts';
import { CountyId } from '../../ids.ts';

/** Goals of Agenda 2030 by number, 1 to 17. */
const agenda2030 = z.array(z.int().min(1).max(17)).readonly();

export const Strategy = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    name: z.string(),
    /** In force from one day to another, both included. */
    fromOn: LocalDate,
    toOn: LocalDate.exactOptional(),
    dnr: z.string().exactOptional(),
    adoptedOn: LocalDate.exactOptional(),
    /** A group. */
    adoptedBy: z.string().exactOptional(),
    agenda2030,
    aim: z.string().exactOptional(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Strategy = z.infer<typeof Strategy>;

/** On any day of the year. */
export function isInForce({ fromOn, toOn }: Pick<Strategy, 'fromOn' | 'toOn'>, year: number): boolean {
  return fromOn <= `${year}-12-31` && (toOn === undefined || toOn >= `${year}-01-01`);
}

export const Area = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    strategyId: z.string().min(1),
    position: z.int(),
    name: z.string(),
    aim: z.string().exactOptional(),
    agenda2030,
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Area = z.infer<typeof Area>;

export const Goal = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    areaId: z.string().min(1),
    position: z.int(),
    text: z.string(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Goal = z.infer<typeof Goal>;
