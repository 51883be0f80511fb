// What a child that sends to a platform and will be killed is told, whichever platform it is.
import { z } from 'zod';

export const roadOrders = {
  url: z.string().optional(),
  dataDir: z.string().optional(),
  crowd: z.int(),
  deliveries: z.int(),
  dueAt: z.coerce.date(),
  /** Left out, it is the usual half minute. */
  leaseMs: z.int().optional(),
};

const RoadOrders = z.object(roadOrders).readonly();
export type RoadOrders = z.infer<typeof RoadOrders>;
