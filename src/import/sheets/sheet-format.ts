// In which formats is a sheet written?
import { z } from 'zod';

export const SheetFormat = z.enum(['xlsx', 'csv', 'yaml']);
export type SheetFormat = z.infer<typeof SheetFormat>;
