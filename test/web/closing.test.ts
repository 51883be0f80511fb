// Is everything closed, in order and in time, whatever goes wrong on the way?
import { expect, test } from '@jest/globals';
import { silentLog } from '../../src/log.ts';
import { createClosing } from '../../src/web/closing.ts';

test('what is at work is stopped first, then the ground in the opposite order, once', async () => {
  const closed: string[] = [];
  const closing = createClosing(silentLog);
  closing.close(async () => void closed.push('database'));
  closing.stop(async () => void closed.push('queue'));
  closing.close(async () => void closed.push('cache'));

  await Promise.all([closing.all(), closing.all()]);
  await closing.all();

  expect(closed).toEqual(['queue', 'cache', 'database']);
});

test('one that fails to close is logged, and the others are closed', async () => {
  const errors: string[] = [];
  const closed: string[] = [];
  const closing = createClosing({ ...silentLog, error: (event) => void errors.push(event) });
  closing.close(async () => void closed.push('database'));
  closing.stop(() => Promise.reject(new Error('the queue is stuck')));
  closing.stop(async () => void closed.push('server'));

  await closing.all();

  expect([closed, errors]).toEqual([['server', 'database'], ['service.close-failed']]);
});
