// A group of the county: a council, a preparatory group, a network, a working group.
import { z } from 'zod';
import { CountyId, GroupId, OrganisationId } from '../ids.ts';
import { Provenance } from './provenance.ts';

export const Group = z
  .object({
    id: GroupId,
    countyId: CountyId,
    name: z.string(),
    kind: z.string(),
    formedById: GroupId.exactOptional(),
    /** The organisation that calls it together. */
    convenerId: OrganisationId.exactOptional(),
    reportsToId: GroupId.exactOptional(),
    /** Kinds of group that it may set up itself. */
    mayForm: z.array(z.string()).readonly().default([]),
    isPermanent: z.boolean(),
    /** How often it should meet. */
    quota: z.record(z.string(), z.json()).readonly().exactOptional(),
    tasks: z.array(z.string()).readonly(),
    organisationIds: z.array(OrganisationId).readonly(),
    provenance: Provenance.exactOptional(),
    isExample: z.boolean(),
  })
  .readonly();
export type Group = z.infer<typeof Group>;

/** A group of one county: neither id goes without the other. */
export type GroupOfCounty = Readonly<{ countyId: CountyId; groupId: GroupId }>;
