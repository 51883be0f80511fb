// What is added to a plan that is locked, beside it and under its own date: the plan itself stays as it was.
import { z } from 'zod';
import { CountyId, PersonId } from '../../ids.ts';
import { hasPersonalNumber } from '../../message/personal-number.ts';

/** Signs, of one addendum. */
export const MOST_SIGNS = 2000;

export const Addendum = z
  .object({
    id: z.uuid(),
    countyId: CountyId,
    planId: z.string().min(1),
    /** The activity that it is about, where it is about one. */
    activityId: z.string().exactOptional(),
    text: z
      .string()
      .trim()
      .min(1)
      .max(MOST_SIGNS)
      .refine((text) => !hasPersonalNumber(text), { error: 'personal-number' }),
    /** Not there where the operator added it. */
    byId: PersonId.exactOptional(),
    at: z.date(),
  })
  .readonly();
export type Addendum = z.infer<typeof Addendum>;
