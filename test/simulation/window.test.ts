// Which years does a county lie in, once it is played?
import { describe, expect, test } from '@jest/globals';
import { LocalDate } from '../../src/calendar/local-date.ts';
import { fitCounty } from '../../src/simulation/window.ts';
import { readCounty } from '../import/read-county.ts';

const vasterbotten = readCounty('vasterbotten');

function move(from: string, to: string, file = vasterbotten) {
  const {
    yearsMoved,
    isInside,
    file: fitted,
  } = fitCounty(file, { from: LocalDate.parse(from), to: LocalDate.parse(to) });
  return { yearsMoved, isInside, closesOn: fitted.calls[0]?.closesOn };
}

describe('an example county', () => {
  test('with anything in the window keeps its dates', () => {
    expect(move('2019-01-01', '2019-12-31')).toEqual({ yearsMoved: 0, isInside: true, closesOn: '2019-03-20' });
    expect(move('2019-12-01', '2020-12-31')).toEqual({ yearsMoved: 0, isInside: true, closesOn: '2019-03-20' });
  });

  test('is else moved into it, ahead or back', () => {
    expect(move('2026-01-01', '2026-12-31')).toEqual({ yearsMoved: 7, isInside: true, closesOn: '2026-03-20' });
    expect(move('2012-01-01', '2012-12-31')).toMatchObject({ yearsMoved: -7, isInside: true });
  });

  test('of a window over two years is moved to where most of it lies', () => {
    expect(move('2026-07-01', '2027-06-30')).toMatchObject({ yearsMoved: 8 });
    expect(move('2026-02-01', '2027-01-31')).toMatchObject({ yearsMoved: 7 });
  });

  test('is moved near a window so short that nothing falls into it, and that is known', () => {
    expect(move('2026-03-01', '2026-03-05')).toEqual({ yearsMoved: 7, isInside: false, closesOn: '2026-03-20' });
  });
});

test('a real county is never moved', () => {
  const real = { ...vasterbotten, county: { ...vasterbotten.county, example: false } };

  expect(move('2026-01-01', '2026-12-31', real)).toEqual({ yearsMoved: 0, isInside: false, closesOn: '2019-03-20' });
});
