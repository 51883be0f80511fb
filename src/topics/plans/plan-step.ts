// One step that a plan has taken: from where to where, when, by whom, and of an approval where it was decided.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { CountyId, PersonId } from '../../ids.ts';
import { PlanState } from './plan.ts';

/** Signs, of the number of a decision. */
export const MOST_DNR = 100;

/** What the council decided: on which day, under what number, and at which meeting. */
export const Approval = z
  .object({ decidedOn: LocalDate, dnr: z.string().exactOptional(), meetingId: z.string().exactOptional() })
  .readonly();
export type Approval = z.infer<typeof Approval>;

export const PlanStep = Approval.unwrap()
  .partial({ decidedOn: true })
  .extend({
    id: z.uuid(),
    countyId: CountyId,
    planId: z.string().min(1),
    from: PlanState,
    to: PlanState,
    /** Not there where the county's file or the operator took it. */
    byId: PersonId.exactOptional(),
    /** The operator's user, where it was taken from the command line. */
    operator: z.string().exactOptional(),
    at: z.date(),
  })
  .readonly();
export type PlanStep = z.infer<typeof PlanStep>;
