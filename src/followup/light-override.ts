// A light that somebody has set by hand, against what the rule says: signed, and with a reason.
import { z } from 'zod';
import { CountyId, PersonId } from '../ids.ts';
import { Light } from '../message/form.ts';

export const LightScope = z.enum(['area', 'goal']);
export type LightScope = z.infer<typeof LightScope>;

export const LightOverride = z
  .object({
    id: z.uuid(),
    countyId: CountyId,
    year: z.int(),
    scope: LightScope,
    /** Of the area or the goal. */
    scopeId: z.string().min(1),
    light: Light,
    reason: z.string().trim().min(1),
    signedById: PersonId,
    signedAt: z.date(),
  })
  .readonly();
export type LightOverride = z.infer<typeof LightOverride>;
