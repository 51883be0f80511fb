// A grant instrument: on what legal basis money is given, to whom and what for.
import { z } from 'zod';
import { OrganisationKind } from '../../directory/organisation.ts';
import { Provenance } from '../../directory/provenance.ts';
import { CountyId } from '../../ids.ts';

export const Instrument = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    name: z.string(),
    legalBasis: z.string().exactOptional(),
    /** The kinds of organisation that may apply, unless a call says otherwise. */
    eligible: z.array(OrganisationKind).readonly(),
    purpose: z.string(),
    /** What who has been granted money must report before changing anything. */
    changes: z.string().exactOptional(),
    provenance: Provenance.exactOptional(),
  })
  .readonly();
export type Instrument = z.infer<typeof Instrument>;
