// A person is away from one day to another, both included.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { AppointmentId, CountyId, PersonId } from '../ids.ts';

export const Absence = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    personId: PersonId,
    fromOn: LocalDate,
    toOn: LocalDate,
    /** By which appointment of a substitute it came about. */
    appointmentId: AppointmentId.exactOptional(),
  })
  .readonly();
export type Absence = z.infer<typeof Absence>;
