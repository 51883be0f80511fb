// Is a light that stands for many the worst of them, and never an average?
import { describe, expect, test } from '@jest/globals';
import { findShare } from '../../src/followup/report.ts';
import { loadNationalRates } from '../../src/followup/response-rates.ts';
import { countLights, findWorst } from '../../src/followup/roll-up.ts';

describe('the light of many', () => {
  test.each([
    [['green', 'green', 'red'], 'red'],
    [['green', 'yellow'], 'yellow'],
    [['unrated', 'green'], 'green'],
    [['unrated', 'unrated'], 'unrated'],
    [[], 'unrated'],
    [['yellow', 'yellow', 'yellow', 'red', 'green'], 'red'],
  ] as const)('%j is %s', (lights, worst) => {
    expect(findWorst(lights)).toBe(worst);
  });

  test('is told with how many there are of each', () => {
    expect(countLights(['red', 'green', 'green', 'unrated'])).toEqual({ green: 2, yellow: 0, red: 1, unrated: 1 });
  });
});

describe('the share that has answered', () => {
  test('counts late answers, and nobody whose time is not out', () => {
    expect(findShare({ onTime: 3, late: 1, silent: 1 })).toBe(0.8);
    expect(findShare({ onTime: 0, late: 0, silent: 0 })).toBeUndefined();
  });

  test('stands beside what all municipalities answer: 99 and 98 percent, with their source', () => {
    const rates = loadNationalRates().map(({ year, answered, asked }) => [year, Math.round((answered / asked) * 100)]);

    expect(rates).toEqual([
      [2022, 99],
      [2023, 98],
    ]);
    expect(loadNationalRates().every(({ source }) => source.includes('integration.lansstyrelsen.se'))).toBe(true);
  });
});
