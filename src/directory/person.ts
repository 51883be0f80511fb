// A person works for an organisation, is reached at an address and is spoken to in a language.
import { z } from 'zod';
import { CountyId, OrganisationId, PersonId } from '../ids.ts';
import { Language } from '../text/language.ts';

export const PersonRole = z.enum(['operator', 'coordinator', 'reader']);
export type PersonRole = z.infer<typeof PersonRole>;

export const Person = z
  .object({
    id: PersonId,
    countyId: CountyId,
    name: z.string(),
    title: z.string(),
    email: z.string(),
    organisationId: OrganisationId,
    language: Language,
    /** In the county as a whole; roles in a group are memberships. */
    roles: z.array(PersonRole).readonly(),
  })
  .readonly();
export type Person = z.infer<typeof Person>;
