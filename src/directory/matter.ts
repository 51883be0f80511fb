// Something that people ask about, "SFI", what else they call it, and what an organisation undertakes about it.
import { z } from 'zod';

export const Matter = z
  .object({ id: z.string(), name: z.string(), alsoCalled: z.array(z.string()).readonly().default([]) })
  .readonly();
export type Matter = z.infer<typeof Matter>;

/** One thing that an organisation offers or is responsible for, and the matters that it answers to, by id. */
export const Undertaking = z
  .object({ text: z.string(), matters: z.array(z.string()).readonly().default([]) })
  .readonly();
export type Undertaking = z.infer<typeof Undertaking>;
