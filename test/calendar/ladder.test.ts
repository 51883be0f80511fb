// Do the reminders of a deadline come on the right days, and never two on one?

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { climbLadder, type Foothold, Ladder } from '../../src/calendar/ladder.ts';
import { isWorkingDay } from '../../src/calendar/working-day.ts';
import { toIsoWithOffset, toLocal } from '../../src/calendar/zone.ts';
import { anyDay, anyTime, anyZone, day, stockholm } from './build.ts';

const grantCall = ladder({ '-30': -30, '-14': -14, '-7': -7, '-2': -2, '0': 0 });
const nudges = ladder({ first: 3, second: 5, escalate: 7 });

describe('the ladder of a grant call', () => {
  test('with its deadline on 2019-03-20 has these five dates, at nine in Stockholm', () => {
    const steps = climbLadder(grantCall, deadline('2019-03-20'));

    expect(steps.map(({ step, at }) => [step, toIsoWithOffset(at, stockholm)])).toEqual([
      ['-30', '2019-02-18T09:00:00+01:00'],
      ['-14', '2019-03-06T09:00:00+01:00'],
      ['-7', '2019-03-13T09:00:00+01:00'],
      ['-2', '2019-03-18T09:00:00+01:00'],
      ['0', '2019-03-20T09:00:00+01:00'],
    ]);
  });

  test('stays at nine when the clocks change on the way', () => {
    const steps = climbLadder(grantCall, deadline('2019-04-10'));

    expect(steps.map(({ at }) => at.toISOString())).toEqual([
      '2019-03-11T08:00:00.000Z',
      '2019-03-27T08:00:00.000Z',
      '2019-04-03T07:00:00.000Z',
      '2019-04-08T07:00:00.000Z',
      '2019-04-10T07:00:00.000Z',
    ]);
  });

  test('moves a step on Christmas Day to the working day before', () => {
    expect(listSteps(grantCall, deadline('2019-12-27'))).toEqual([
      '-30 2019-11-27',
      '-14 2019-12-13',
      '-7 2019-12-20',
      '-2 2019-12-23',
      '0 2019-12-27',
    ]);
  });

  test('sends once when two steps land on the same day, and the one nearest the deadline keeps it', () => {
    expect(listSteps(grantCall, deadline('2020-01-06'))).toEqual([
      '-30 2019-12-06',
      '-14 2019-12-23',
      '-7 2019-12-30',
      '0 2020-01-03',
    ]);
  });
});

describe('a step', () => {
  test('on the day of a deadline never comes after it, even if it asks to', () => {
    const eager = Ladder.parse([{ step: 'today', days: 0, at: '09:00', move: 'after' }]);

    expect(listSteps(eager, deadline('2019-03-24'))).toEqual(['today 2019-03-22']);
  });

  test('before a deadline never comes after it, even if nudges go to the day after', () => {
    const eager = Ladder.parse([{ step: 'tomorrow', days: -1, at: '09:00' }]);

    expect(listSteps(eager, { ...deadline('2019-03-24'), moveDefault: 'after' })).toEqual(['tomorrow 2019-03-22']);
  });

  test('after a deadline never comes on it or before it', () => {
    const eager = Ladder.parse([{ step: 'late', days: 1, at: '09:00', move: 'before' }]);

    expect(listSteps(eager, deadline('2019-03-22'))).toEqual(['late 2019-03-25']);
  });

  test('that asks to be kept stays on a Sunday', () => {
    const kept = Ladder.parse([{ step: 'sunday', days: -1, at: '09:00', move: 'keep' }]);

    expect(listSteps(kept, deadline('2019-03-25'))).toEqual(['sunday 2019-03-24']);
  });

  test('ten working days before passes Midsummer Eve', () => {
    const tenBefore = Ladder.parse([{ step: 'ten', days: -10, unit: 'working-days', at: '09:00' }]);

    expect(listSteps(tenBefore, deadline('2026-06-30'))).toEqual(['ten 2026-06-15']);
  });
});

describe('nudges', () => {
  const asked = (date: string): Foothold => ({ ...deadline(date), moveDefault: 'after' });

  test('go to the working day after', () => {
    expect(listSteps(nudges, asked('2019-03-19'))).toEqual([
      'first 2019-03-22',
      'second 2019-03-25',
      'escalate 2019-03-26',
    ]);
  });

  test('on the day asked go to the working day after, never to one before the question', () => {
    const sameDay = Ladder.parse([{ step: 'today', days: 0, at: '15:00' }]);

    expect(listSteps(sameDay, asked('2019-03-23'))).toEqual(['today 2019-03-25']);
  });

  test('that land on one day leave it to the later, so that the one that tells the convener is not lost', () => {
    expect(listSteps(nudges, asked('2019-12-20'))).toEqual(['first 2019-12-23', 'escalate 2019-12-27']);
  });
});

describe('any ladder', () => {
  test('has no day twice, is in order, and shows the time it says', () => {
    fc.assert(
      fc.property(anyLadder(), anyFoothold(), (steps, foothold) => {
        const planned = climbLadder(steps, foothold);

        const times = planned.map(({ at }) => at.getTime());
        expect(new Set(planned.map(({ date }) => date)).size).toBe(planned.length);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const { step, time } of planned) expect(time).toBe(steps.find((given) => given.step === step)?.at);
        expect(planned.length).toBeGreaterThan(0);
      }),
    );
  });

  test('of a deadline stays on its side of the deadline, and on working days', () => {
    fc.assert(
      fc.property(anyLadder(), anyFoothold(), (steps, foothold) => {
        const planned = climbLadder(steps, { ...foothold, moveDefault: 'before' });

        for (const { step, date } of planned) {
          const { days = 0, unit, move } = steps.find((given) => given.step === step) ?? {};
          expect(days > 0 ? date > foothold.anchor : date <= foothold.anchor).toBe(true);
          if (move !== 'keep' && !(unit === 'working-days' && days === 0)) expect(isWorkingDay(date)).toBe(true);
        }
      }),
    );
  });

  test('keeps its last step before the deadline', () => {
    fc.assert(
      fc.property(anyFoothold(), (foothold) => {
        const planned = climbLadder(grantCall, { ...foothold, moveDefault: 'before' });

        expect(planned.at(-1)?.step).toBe('0');
        expect(toLocal(planned.at(-1)?.at ?? new Date(0), foothold.zone).date <= foothold.anchor).toBe(true);
      }),
    );
  });
});

describe('a ladder as data', () => {
  test.each([
    ['no steps', []],
    [
      'the same name twice',
      [
        { step: 'a', days: -1, at: '09:00' },
        { step: 'a', days: -2, at: '09:00' },
      ],
    ],
    ['half a day', [{ step: 'a', days: -0.5, at: '09:00' }]],
    ['a time past midnight', [{ step: 'a', days: -1, at: '25:00' }]],
    ['a word misspelt', [{ step: 'a', days: -1, at: '09:00', units: 'days' }]],
    ['a name that is no key', [{ step: 'Två veckor kvar', days: -14, at: '09:00' }]],
  ])('with %s is refused', (_, steps) => {
    expect(Ladder.safeParse(steps).success).toBe(false);
  });
});

function ladder(days: Readonly<Record<string, number>>): Ladder {
  return Ladder.parse(Object.entries(days).map(([step, n]) => ({ step, days: n, at: '09:00' })));
}

function deadline(date: string): Foothold {
  return { anchor: day(date), zone: stockholm, moveDefault: 'before' };
}

function listSteps(steps: Ladder, foothold: Foothold): readonly string[] {
  return climbLadder(steps, foothold).map(({ step, date }) => `${step} ${date}`);
}

function anyLadder(): fc.Arbitrary<Ladder> {
  const step = fc.record(
    {
      days: fc.integer({ min: -40, max: 15 }),
      at: anyTime,
      unit: fc.constantFrom('days', 'working-days'),
      move: fc.constantFrom('before', 'after', 'keep'),
    },
    { requiredKeys: ['days', 'at'] },
  );
  return fc
    .array(step, { minLength: 1, maxLength: 8 })
    .map((steps) => Ladder.parse(steps.map((given, n) => ({ ...given, step: `step-${n}` }))));
}

function anyFoothold(): fc.Arbitrary<Foothold> {
  return fc.record({ anchor: anyDay, zone: anyZone, moveDefault: fc.constantFrom('before', 'after', 'keep') });
}
