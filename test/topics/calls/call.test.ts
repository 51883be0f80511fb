// In which state is a grant call, and who may apply?
import { describe, expect, test } from '@jest/globals';
import { ZoneName } from '../../../src/calendar/zone.ts';
import { findCallState, findClose, mayApply } from '../../../src/topics/calls/call.ts';
import { buildCounty } from '../../directory/build-county.ts';
import { buildCall } from '../build-subjects.ts';

const zone = ZoneName.parse('Europe/Stockholm');
const stateAt = (call: ReturnType<typeof buildCall>, instant: string) => findCallState(call, new Date(instant), zone);

describe('the state of a call', () => {
  const call = buildCall({ opensOn: '2026-02-02', closesOn: '2026-03-20', decidedOn: '2026-05-04' });

  test.each([
    ['planned', '2026-02-01T22:59:59Z'],
    ['open', '2026-02-01T23:00:00Z'],
    ['open', '2026-03-12T22:59:00Z'],
    ['closing-soon', '2026-03-13T08:00:00Z'],
    ['closing-soon', '2026-03-20T22:58:59Z'],
    ['closed', '2026-03-20T22:59:00Z'],
    ['closed', '2026-05-03T21:59:00Z'],
    ['decided', '2026-05-03T22:00:00Z'],
  ])('is %s at %s', (state, instant) => {
    expect(stateAt(call, instant)).toBe(state);
  });

  test('changes at the hour when there is one', () => {
    const atFour = buildCall({ closesAt: '16:00' });

    expect(stateAt(atFour, '2026-03-20T14:59:59Z')).toBe('closing-soon');
    expect(stateAt(atFour, '2026-03-20T15:00:00Z')).toBe('closed');
  });

  test('is open from the beginning when no opening day is known', () => {
    expect(stateAt(buildCall(), '2025-01-01T12:00:00Z')).toBe('open');
  });

  test('is each round’s own when there are several a year', () => {
    const spring = buildCall({ round: 'första utlysningen' });
    const autumn = buildCall({ round: 'andra utlysningen', opensOn: '2026-08-17', closesOn: '2026-09-18' });
    const june = '2026-06-01T08:00:00Z';

    expect([stateAt(spring, june), stateAt(autumn, june)]).toEqual(['closed', 'planned']);
  });

  test('counts the last day in the county’s own time, in summer too', () => {
    expect(findClose(buildCall({ closesOn: '2026-06-12' }), zone)).toEqual(new Date('2026-06-12T21:59:00Z'));
  });
});

describe('may apply', () => {
  const { organisations } = buildCounty();
  const applicants = (change: object) =>
    organisations.filter((one) => mayApply(buildCall(change), one)).map(({ id }) => id.slice('testlan/'.length));

  test('those of the right kind', () => {
    expect(applicants({ eligibleKinds: ['municipality'] })).toEqual(['umea', 'vannas', 'bjurholm']);
  });

  test('of the municipalities named, and nobody whose municipality is unknown', () => {
    expect(
      applicants({ eligibleKinds: ['municipality', 'civil-society', 'agency'], municipalityCodes: ['2480'] }),
    ).toEqual(['umea', 'sprak']);
  });
});
