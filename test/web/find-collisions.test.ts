// What collides in a county's year, and what does not?
import { describe, expect, test } from '@jest/globals';
import { LocalDate, LocalTime } from '../../src/calendar/local-date.ts';
import { PersonId } from '../../src/ids.ts';
import { findCollisions } from '../../src/web/desk/year/find-collisions.ts';
import type { YearEntry } from '../../src/web/desk/year/year-entry.ts';

interface Draft {
  readonly kind: YearEntry['kind'];
  readonly from?: string;
  readonly to?: string;
  readonly time?: readonly [string, string];
  readonly people?: readonly string[];
  readonly isCancelled?: boolean;
}

function build(id: string, { kind, from = '2026-03-10', to = from, time, people = [], isCancelled = false }: Draft) {
  return {
    ...{ id, kind, title: id, isCancelled },
    fromOn: LocalDate.parse(from),
    toOn: LocalDate.parse(to),
    people: new Set(people.map((one) => PersonId.parse(one))),
    ...(time && { time: { from: LocalTime.parse(time[0]), to: LocalTime.parse(time[1]) } }),
  } satisfies YearEntry;
}

const describeAll = (entries: readonly YearEntry[]) =>
  [...findCollisions(entries)].flatMap(([entry, those]) =>
    those.map((one) => `${entry.id}: ${one.kind}${'with' in one ? ` ${one.with.id}` : ''}`),
  );

describe('two meetings', () => {
  const one = build('one', { kind: 'meeting', time: ['09:00', '11:00'], people: ['a', 'b', 'c'] });

  test.each([
    ['that share two people and an hour collide, and each says so', ['10:00', '12:00'], ['b', 'c', 'd'], true],
    ['that follow each other do not', ['11:00', '12:00'], ['b', 'c'], false],
    ['with nobody in common do not', ['09:00', '11:00'], ['x'], false],
  ] as const)('%s', (_title, time, people, isFound) => {
    const found = findCollisions([one, build('other', { kind: 'meeting', time, people })]);

    expect(found.get(one)?.map((each) => each.kind === 'same-people' && each.people)).toEqual(
      isFound ? [2] : undefined,
    );
    expect(found.size).toBe(isFound ? 2 : 0);
  });

  test('one of which is cancelled do not', () => {
    const off = build('off', { kind: 'meeting', time: ['09:00', '11:00'], people: ['a'], isCancelled: true });

    expect(describeAll([one, off])).toEqual([]);
  });
});

test('a last day to apply and a check-in that close on one day collide; a check-in that merely runs does not', () => {
  const call = build('call', { kind: 'call' });
  const closing = build('closing', { kind: 'round', from: '2026-03-02', to: '2026-03-10' });
  const running = build('running', { kind: 'round', from: '2026-03-02', to: '2026-03-20' });

  expect(describeAll([call, closing, running])).toEqual(['call: same-deadline closing', 'closing: same-deadline call']);
});

test('a last day within something national collides, a meeting within it does not', () => {
  const survey = build('survey', { kind: 'national', from: '2026-10-01', to: '2026-10-31' });
  const last = build('last', { kind: 'call', from: '2026-10-15' });
  const meeting = build('meeting', { kind: 'meeting', from: '2026-10-15', time: ['09:00', '11:00'] });

  expect(describeAll([survey, last, meeting])).toEqual(['last: national survey']);
});

test('what is to be done on a day that nobody works says so: midsommarafton, a Saturday', () => {
  const eve = build('eve', { kind: 'meeting', from: '2026-06-19', time: ['09:00', '11:00'] });
  const saturday = build('saturday', { kind: 'call', from: '2026-03-14' });
  const event = build('event', { kind: 'event', from: '2026-03-14' });

  expect(describeAll([eve, saturday, event])).toEqual(['eve: free-day', 'saturday: free-day']);
});
