// What a child that sends to Slack and will be killed is told.
import { z } from 'zod';
import { roadOrders } from './road-orders.ts';

export const SlackLoadOrders = z
  .object({
    ...roadOrders,
    /** Where Slack is. */
    apiUrl: z.url(),
    installations: z.array(
      z.object({ teamId: z.string(), teamName: z.string(), botToken: z.string(), botUserId: z.string() }),
    ),
  })
  .readonly();
export type SlackLoadOrders = z.infer<typeof SlackLoadOrders>;
