// A person works for an organisation, is reached at an address and is spoken to in a language.
import { z } from 'zod';
import { CountyId, OrganisationId, PersonId } from '../ids.ts';
import { Language } from '../text/language.ts';
import { Provenance } from './provenance.ts';

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
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Person = z.infer<typeof Person>;

/**
 * Instead of the address of somebody who has left the county's work: nobody is recognised by it, and a successor may
 * take over the old one.
 */
export function toLeftAddress(id: PersonId): string {
  return `left:${id}`;
}

export function hasLeft({ id, email }: Person): boolean {
  return email === toLeftAddress(id);
}
