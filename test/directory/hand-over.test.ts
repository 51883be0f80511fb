// Whose seats end and whose begin, when somebody is away or leaves?
import { describe, expect, test } from '@jest/globals';
import { Appointment } from '../../src/directory/appointment.ts';
import { endHandedOver, findHeir, handOverSeats } from '../../src/directory/hand-over.ts';
import { Membership } from '../../src/directory/membership.ts';
import { seatSubstitute } from '../../src/directory/substitution.ts';
import { GroupId, PersonId } from '../../src/ids.ts';

const ID = '00000000-0000-8000-a000-000000000001';
const anna = PersonId.parse('lan/anna');
const bo = PersonId.parse('lan/bo');
const cecilia = PersonId.parse('lan/cecilia');

function seat(person: string, group: string, change: object = {}): Membership {
  const own = { countyId: 'lan', groupId: `lan/${group}`, personId: `lan/${person}`, role: 'member' };
  return Membership.parse({ ...own, id: `${group}/${person}`, fromOn: '2026-01-01', ...change });
}

function appoint(change: object = {}): Appointment {
  return Appointment.parse({
    id: ID,
    countyId: 'lan',
    kind: 'successor',
    personId: anna,
    standInId: bo,
    fromOn: '2026-06-30',
    toOn: '2026-06-30',
    groupIds: [],
    appointedById: anna,
    appointedAt: new Date('2026-06-01T08:00:00Z'),
    receipt: '7F3A-2K',
    begunAt: new Date('2026-06-30T06:00:00Z'),
    ...change,
  });
}

describe('a hand-over', () => {
  test("ends the leaver's seats on the last day, and begins the successor's with the same roles the day after", () => {
    const seats = handOverSeats([seat('anna', 'radet', { role: 'convener' }), seat('anna', 'natverket')], appoint());

    expect(seats.map(({ personId, role, fromOn, toOn }) => [personId, role, fromOn, toOn])).toEqual([
      [anna, 'convener', '2026-01-01', '2026-06-30'],
      [anna, 'member', '2026-01-01', '2026-06-30'],
      [bo, 'convener', '2026-07-01', undefined],
      [bo, 'member', '2026-07-01', undefined],
    ]);
    expect(seats.slice(2).map(({ id }) => id)).toEqual([
      'lan/radet/bo/convener/2026-07-01',
      'lan/natverket/bo/member/2026-07-01',
    ]);
  });

  test('leaves alone what had ended, what begins later, other people, and other groups than it is about', () => {
    const seats = [
      seat('anna', 'radet', { toOn: '2026-05-01' }),
      seat('anna', 'natverket', { fromOn: '2026-09-01' }),
      seat('cecilia', 'radet'),
      seat('anna', 'sprak'),
    ];

    expect(handOverSeats(seats, appoint({ groupIds: ['lan/natverket'] }))).toEqual(seats);
  });

  test('lets the substitute of the leaver stand behind the successor', () => {
    const behind = seat('cecilia', 'radet', { role: 'substitute', substituteForId: anna });

    const seats = handOverSeats([seat('anna', 'radet'), behind], appoint());

    expect(seats.at(-1)).toMatchObject({ personId: cecilia, substituteForId: bo, fromOn: '2026-07-01' });
  });

  test('lets nobody stand in for themselves, and gives nobody a role twice', () => {
    const behind = seat('bo', 'radet', { role: 'substitute', substituteForId: anna });

    const seats = handOverSeats([seat('anna', 'radet'), behind, seat('anna', 'sprak'), seat('bo', 'sprak')], appoint());

    expect(seats.filter(({ fromOn }) => fromOn === '2026-07-01').map(({ groupId, role }) => [groupId, role])).toEqual([
      ['lan/radet', 'member'],
    ]);
  });

  test('is followed by a file that does not know of it yet', () => {
    const [ended] = endHandedOver([seat('anna', 'radet')], [appoint()]);

    expect(ended).toMatchObject({ toOn: '2026-06-30' });
  });

  test('is followed from one successor to the next, once it has begun', () => {
    const next = appoint({ personId: bo, standInId: cecilia });
    const group = GroupId.parse('lan/radet');

    expect(findHeir(anna, group, [appoint(), next])).toBe(cecilia);
    expect(findHeir(anna, group, [withoutBeginning(appoint())])).toBeUndefined();
    expect(findHeir(anna, undefined, [appoint({ groupIds: [group] })])).toBeUndefined();
  });
});

describe('a substitute', () => {
  test('stands behind each seat of the person for the days that they share', () => {
    const seats = seatSubstitute(
      [
        seat('anna', 'radet', { role: 'chair' }),
        seat('anna', 'sprak', { toOn: '2026-07-05' }),
        seat('anna', 'natverket', { toOn: '2026-05-01' }),
        seat('anna', 'planen', { role: 'substitute', substituteForId: cecilia }),
      ],
      appoint({ kind: 'substitute', fromOn: '2026-07-01', toOn: '2026-07-15' }),
    );

    expect(seats.map(({ groupId, role, fromOn, toOn }) => [groupId, role, fromOn, toOn])).toEqual([
      ['lan/radet', 'substitute', '2026-07-01', '2026-07-15'],
      ['lan/sprak', 'substitute', '2026-07-01', '2026-07-05'],
    ]);
    expect(seats[0]).toMatchObject({ personId: bo, substituteForId: anna, appointmentId: ID });
  });
});

function withoutBeginning({ begunAt: _, ...rest }: Appointment): Omit<Appointment, 'begunAt'> {
  return rest;
}
