// Where does the county have it from, what should a reader know about it, and what of it is made up?
import { z } from 'zod';

export const Provenance = z
  .object({
    /** Where in the county's own documents it is said. */
    source: z.string().exactOptional(),
    note: z.string().exactOptional(),
    /** All of it, or these fields. */
    example: z.union([z.literal(true), z.array(z.string()).readonly()]).exactOptional(),
  })
  .readonly();
export type Provenance = z.infer<typeof Provenance>;
