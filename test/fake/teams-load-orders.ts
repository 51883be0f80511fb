// What a child that sends to Teams and will be killed is told.
import { z } from 'zod';
import { roadOrders } from './road-orders.ts';

export const LoadOrders = z
  .object({
    ...roadOrders,
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
