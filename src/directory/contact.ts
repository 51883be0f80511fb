// Whom to ask about what, and for which municipalities.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
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
