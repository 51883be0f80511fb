// What a child that sends to Teams and will be killed is told.
import { z } from 'zod';

export const LoadOrders = z
  .object({
    url: z.string().optional(),
    dataDir: z.string().optional(),
    crowd: z.int(),
    deliveries: z.int(),
    dueAt: z.coerce.date(),
    /** Left out, it is the usual half minute. */
    leaseMs: z.int().optional(),
    tenant: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    /** Where Microsoft is. */
    login: z.string(),
    openIdMetadata: z.string(),
    graph: z.string(),
  })
  .readonly();
export type LoadOrders = z.infer<typeof LoadOrders>;
