// The languages that people are spoken to in. Swedish is the source.
import { z } from 'zod';

export const Language = z.enum(['sv', 'en']);
export type Language = z.infer<typeof Language>;
