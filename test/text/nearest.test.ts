// Is the word that was meant found, and nothing when none was?

import { expect, test } from '@jest/globals';
import { findNearest } from '../../src/text/nearest.ts';

const NAMES = ['Umeå', 'Uppsala', 'Vännäs', 'Vansbro', 'Habo', 'Håbo'];

test.each([
  ['Ume', 'Umeå'],
  ['umeå', 'Umeå'],
  ['Vannas', 'Vännäs'],
  ['Upsala', 'Uppsala'],
  ['Habo', 'Habo'],
])('%s means %s', (word, meant) => {
  expect(findNearest(word, NAMES)).toBe(meant);
});

test.each(['Kiruna', 'x', ''])('%p means none of them', (word) => {
  expect(findNearest(word, NAMES)).toBeUndefined();
});
