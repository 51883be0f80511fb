// What takes much memory is made one after another.
import { expect, test } from '@jest/globals';
import { createTurns } from '../../src/web/desk/turns.ts';
import { createGate } from '../fake/gate.ts';

test('the second begins when the first has ended, also where that failed', async () => {
  const takeTurn = createTurns();
  const gate = createGate();
  const told: string[] = [];
  const first = takeTurn(async () => {
    told.push('first');
    await gate.opened;
    throw new Error('no');
  });
  const second = takeTurn(async () => told.push('second'));
  await Promise.resolve();
  const before = [...told];

  gate.open();

  await expect(first).rejects.toThrow('no');
  await second;
  expect(before).toEqual(['first']);
  expect(told).toEqual(['first', 'second']);
});
