// What a child that will be killed is told, and where it leaves what survives it.
import { join } from 'node:path';
import { z } from 'zod';
import { STEPS } from './sudden-death.ts';

export const Orders = z
  .object({
    url: z.string().optional(),
    dataDir: z.string().optional(),
    /** The folder for what survives. */
    records: z.string(),
    crowd: z.int(),
    deliveries: z.int(),
    acts: z.int(),
    /** Whether the platform is slow, busy and silent now and then. */
    isMoody: z.boolean(),
    dueAt: z.coerce.date(),
    dieAt: z
      .object({ step: z.enum(STEPS), time: z.int() })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Orders = z.infer<typeof Orders>;

export function recordsIn(folder: string) {
  return { arrivals: join(folder, 'arrivals'), acts: join(folder, 'acts'), receipts: join(folder, 'receipts') };
}
