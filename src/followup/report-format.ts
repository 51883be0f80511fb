// In which formats is a report written?
import { z } from 'zod';

export const ReportFormat = z.enum(['html', 'docx', 'xlsx', 'csv', 'json']);
export type ReportFormat = z.infer<typeof ReportFormat>;

/** Do these carry what the report was counted from? */
export function carriesRaw(format: ReportFormat): boolean {
  return format === 'json' || format === 'xlsx';
}
