// When does a place put its clocks forward or back, and by how much?
import { Temporal } from 'temporal-polyfill';
import type { Instant, ZoneName } from './zone.ts';

export interface ZoneChange {
  readonly at: Instant;
  /** Minutes east of Greenwich, before it and from then on. */
  readonly before: number;
  readonly after: number;
}

/** The changes of one year, in order; none where the clocks are left alone. */
export function listZoneChanges(zone: ZoneName, year: number): readonly ZoneChange[] {
  const changes: ZoneChange[] = [];
  let from = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone);
  for (;;) {
    const next = from.getTimeZoneTransition('next');
    if (!next || next.year !== year) return changes;
    const before = findOffset(zone, next.epochMilliseconds - 1);
    const after = findOffset(zone, next.epochMilliseconds);
    changes.push({ at: new Date(next.epochMilliseconds), before, after });
    from = next;
  }
}

/** Minutes east of Greenwich at an instant. */
export function findOffset(zone: ZoneName, epochMilliseconds: number): number {
  const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toZonedDateTimeISO(zone);
  return offsetNanoseconds / 60e9;
}
