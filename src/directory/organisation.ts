// An organisation that works together with others: what it is, what it offers and what it answers for.
import { z } from 'zod';
import { CountyId, OrganisationId } from '../ids.ts';
import { Undertaking } from './matter.ts';
import { Provenance } from './provenance.ts';

/** `coordination` is a body of several organisations: a municipal or coordination association. */
export const OrganisationKind = z.enum([
  'county-board',
  'municipality',
  'region',
  'agency',
  'university',
  'civil-society',
  'business',
  'coordination',
  'other',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const Organisation = z
  .object({
    id: OrganisationId,
    countyId: CountyId,
    name: z.string(),
    kind: OrganisationKind,
    /** A municipality's own, or the one an association works in. */
    municipalityCode: z.string().exactOptional(),
    /** It has joined the strategy; the others only sit in some group. */
    isPartner: z.boolean().default(false),
    offers: z.array(Undertaking).readonly(),
    responsibilities: z.array(Undertaking).readonly(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Organisation = z.infer<typeof Organisation>;
