// What is asked about a contact's details, and what somebody says who finds them wrong.
import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import type { PersonId } from '../../ids.ts';

/** The answers, by the keys of the form. */
export const DetailsAnswers = z
  .object({ isRight: z.enum(['yes', 'no']), comment: z.string().exactOptional() })
  .readonly();
export type DetailsAnswers = z.infer<typeof DetailsAnswers>;

/** One version of an answer that says no. */
export interface Objection {
  readonly unit: string;
  readonly version: number;
  readonly personId: PersonId;
  readonly comment: string;
  readonly at: Instant;
}
