// Whom to ask about what, and for which municipalities.
import { z } from 'zod';
import { addMonths, LocalDate } from '../calendar/local-date.ts';
import { CountyId, OrganisationId, PersonId } from '../ids.ts';
import { Provenance } from './provenance.ts';

export const Contact = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    title: z.string(),
    organisationId: OrganisationId,
    personId: PersonId.exactOptional(),
    phone: z.string(),
    email: z.string(),
    municipalityCodes: z.array(z.string()).readonly(),
    matters: z.array(z.string()).readonly(),
    /** When somebody last said that it is right. */
    confirmedOn: LocalDate.exactOptional(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Contact = z.infer<typeof Contact>;

/**
 * Of a municipality's contacts, who answers for it in everything: those without matters of their own, or where there are
 * none, all of them. One is as it should be.
 */
export function listPrimary(contacts: readonly Contact[]): readonly Contact[] {
  const general = contacts.filter(({ matters }) => matters.length === 0);
  return general.length > 0 ? general : contacts;
}

/** How long a contact is taken to be right once somebody has said so. */
const MONTHS_FRESH = 6;

export function isStale({ confirmedOn }: Contact, today: LocalDate): boolean {
  return confirmedOn === undefined || addMonths(confirmedOn, MONTHS_FRESH) < today;
}
