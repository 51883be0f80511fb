// How a variable is read: what may stand in it, whichever it is.
import { z } from 'zod';

/** What is set, as it was written; an empty line is not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

export const filled = z.string().trim().min(1);
