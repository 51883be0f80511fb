// Who is asked when members are away?
import { describe, expect, test } from '@jest/globals';
import { Member } from '../../src/directory/membership.ts';
import { fillSeats } from '../../src/directory/seat.ts';
import { PersonId } from '../../src/ids.ts';

const member = (personId: string, organisationId: string, substituteForId?: string) =>
  Member.parse({
    groupId: 'g',
    personId,
    organisationId,
    role: substituteForId ? 'substitute' : 'member',
    ...(substituteForId && { substituteForId }),
  });

const away = (...ids: string[]) => new Set(ids.map((id) => PersonId.parse(id)));

const anna = member('anna', 'umea');
const bo = member('bo', 'vannas');
const stig = member('stig', 'umea', 'anna');

describe('the seats of a group', () => {
  test('are the ordinary members’ while everybody is there', () => {
    expect(fillSeats([anna, bo, stig], away())).toEqual([
      { groupId: 'g', personId: 'anna', organisationId: 'umea' },
      { groupId: 'g', personId: 'bo', organisationId: 'vannas' },
    ]);
  });

  test('go to the substitute of one who is away', () => {
    const seats = fillSeats([anna, bo, stig], away('anna'));

    expect(seats).toContainEqual({ groupId: 'g', personId: 'stig', organisationId: 'umea', insteadOfId: 'anna' });
    expect(seats.map(({ personId }) => personId)).not.toContain('anna');
  });

  test('stay with a member whose substitute is away too, so that the organisation is still asked', () => {
    const seats = fillSeats([anna, bo, stig], away('anna', 'stig'));

    expect(seats.map(({ personId }) => personId)).toEqual(['bo', 'anna']);
  });

  test('let a substitute speak for the organisation of whom they stand in for', () => {
    const guest = member('gunnar', 'region', 'bo');

    expect(fillSeats([anna, bo, guest], away('bo'))).toContainEqual({
      groupId: 'g',
      personId: 'gunnar',
      organisationId: 'vannas',
      insteadOfId: 'bo',
    });
  });

  test('give a person who substitutes for two one seat only', () => {
    const britta = member('britta', 'umea');
    const stigAgain = member('stig', 'umea', 'britta');

    const seats = fillSeats([anna, britta, bo, stig, stigAgain], away('anna', 'britta'));

    expect(seats.map(({ personId }) => personId)).toEqual(['bo', 'stig']);
  });

  test('never take somebody from their own seat to fill another', () => {
    const boForAnna = member('bo', 'vannas', 'anna');

    const seats = fillSeats([anna, bo, boForAnna], away('anna'));

    expect(seats).toEqual([
      { groupId: 'g', personId: 'bo', organisationId: 'vannas' },
      { groupId: 'g', personId: 'anna', organisationId: 'umea' },
    ]);
  });

  test('are one for a person who is both convener and member', () => {
    const convener = Member.parse({ ...anna, role: 'convener' });

    expect(fillSeats([convener, anna], away())).toHaveLength(1);
  });
});
