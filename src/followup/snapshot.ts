// A report as it stood on a day: numbered, registered, and provably unchanged since.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { CountyId, GroupId, PersonId } from '../ids.ts';
import { findYearInShort, Report, YearInShort } from './report.ts';

export const Snapshot = z
  .object({
    id: z.uuid(),
    countyId: CountyId,
    year: z.int(),
    /** 1 for the first of a year. */
    number: z.int().min(1),
    dnr: z.string().trim().min(1),
    /** SHA-256 of the body, in hexadecimal. */
    checksum: z.string().regex(/^[0-9a-f]{64}$/),
    summary: YearInShort,
    frozenById: PersonId,
    frozenAt: z.date(),
    /** On which day, and by which group, it was approved. */
    approvedOn: LocalDate.exactOptional(),
    approvedById: GroupId.exactOptional(),
  })
  .readonly();
export type Snapshot = z.infer<typeof Snapshot>;

/** The report's bytes, and what they come to. The same report gives the same. */
export function freeze(report: Report): Pick<Snapshot, 'checksum' | 'summary'> & { readonly body: string } {
  const body = JSON.stringify(Report.parse(report));
  return { body, checksum: toChecksum(body), summary: findYearInShort(report) };
}

export function toChecksum(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
