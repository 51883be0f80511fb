// What the running service says to a verb.
import { z } from 'zod';

export const DoorReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), value: z.unknown() }),
  z.object({
    kind: z.literal('refused'),
    message: z.string(),
    findings: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  /** Its log says what. */
  z.object({ kind: z.literal('trouble') }),
]);
export type DoorReply = z.infer<typeof DoorReply>;
