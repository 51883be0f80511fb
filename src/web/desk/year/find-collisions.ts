// Which things of a year collide: people in two rooms at once, two last days on one, work on a day that nobody works.
import { isWorkingDay } from '../../../calendar/working-day.ts';
import type { Collision, YearEntry } from './year-entry.ts';

export type Collisions = ReadonlyMap<YearEntry, readonly Collision[]>;

/** What is cancelled collides with nothing. */
export function findCollisions(entries: readonly YearEntry[]): Collisions {
  const standing = entries.filter(({ isCancelled }) => !isCancelled);
  const byDay = indexByDay(standing.filter(({ kind }) => kind === 'meeting' || isDeadline(kind)));
  const national = standing.filter(({ kind }) => kind === 'national');
  const found = new Map<YearEntry, readonly Collision[]>();
  for (const entry of standing) {
    const sameDay = (byDay.get(entry.toOn) ?? []).filter((other) => other !== entry);
    const collisions = [
      ...findSamePeople(entry, sameDay),
      ...findSameDeadline(entry, sameDay),
      ...findNational(entry, national),
      ...findFreeDay(entry),
    ];
    if (collisions.length > 0) found.set(entry, collisions);
  }
  return found;
}

function isDeadline(kind: YearEntry['kind']): boolean {
  return kind === 'call' || kind === 'round';
}

/** By the day that counts: of a meeting its own, of a question its last. */
function indexByDay(entries: readonly YearEntry[]): ReadonlyMap<string, readonly YearEntry[]> {
  const byDay = new Map<string, YearEntry[]>();
  for (const entry of entries) byDay.set(entry.toOn, [...(byDay.get(entry.toOn) ?? []), entry]);
  return byDay;
}

function findSamePeople(entry: YearEntry, sameDay: readonly YearEntry[]): readonly Collision[] {
  return sameDay.flatMap((other) => {
    if (!overlaps(entry, other)) return [];
    const people = [...entry.people].filter((id) => other.people.has(id)).length;
    return people > 0 ? [{ kind: 'same-people', with: other, people } as const] : [];
  });
}

function overlaps({ time: a }: YearEntry, { time: b }: YearEntry): boolean {
  return a !== undefined && b !== undefined && a.from < b.to && b.from < a.to;
}

function findSameDeadline(entry: YearEntry, sameDay: readonly YearEntry[]): readonly Collision[] {
  if (!isDeadline(entry.kind)) return [];
  return sameDay.filter(({ kind }) => isDeadline(kind)).map((other) => ({ kind: 'same-deadline', with: other }));
}

/** Municipalities are asked by somebody else on those days: a last day to answer among them is one too many. */
function findNational({ kind, toOn }: YearEntry, national: readonly YearEntry[]): readonly Collision[] {
  if (!isDeadline(kind)) return [];
  return national
    .filter((other) => other.fromOn <= toOn && toOn <= other.toOn)
    .map((other) => ({ kind: 'national', with: other }));
}

function findFreeDay({ kind, toOn }: YearEntry): readonly Collision[] {
  const matters = kind === 'meeting' || isDeadline(kind);
  return matters && !isWorkingDay(toOn) ? [{ kind: 'free-day' }] : [];
}
