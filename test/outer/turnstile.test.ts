// Does a platform ever get more requests in a while than it takes, however slowly they leave and are answered?
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { PlatformError } from '../../src/errors.ts';
import { createTurnstile } from '../../src/outer/turnstile.ts';
import type { Pace } from '../../src/platform.ts';

const pace: Pace = [
  { scope: 'conversation', count: 3, perMs: 100 },
  { scope: 'tenant', count: 5, perMs: 100 },
];

describe('the turnstile', () => {
  test('lets no more arrive in any while than may, when the first are long on their way', async () => {
    const turnstile = createTurnstile(pace);
    const arrivals: number[] = [];
    const send = (n: number) =>
      turnstile.pass({ tenant: 'a', conversation: `${n % 4}` }, async () => {
        await wait(n < 5 ? 60 : 1);
        arrivals.push(performance.now());
      });

    await Promise.all(Array.from({ length: 20 }, (_, n) => send(n)));

    const sixths = arrivals.slice(5).map((at, n) => at - (arrivals[n] ?? 0));
    expect(arrivals).toHaveLength(20);
    expect(Math.min(...sixths)).toBeGreaterThanOrEqual(99);
  });

  test('does not let a conversation wait for another one, nor a tenant', async () => {
    const turnstile = createTurnstile(pace);
    const pass = (tenant: string, conversation: string) => turnstile.pass({ tenant, conversation }, async () => {});
    const startedAt = performance.now();

    await Promise.all(
      ['a', 'b', 'c', 'd'].flatMap((tenant) => [pass(tenant, `${tenant} x`), pass(tenant, `${tenant} y`)]),
    );

    expect(performance.now() - startedAt).toBeLessThan(90);
  });

  test('takes it that a process just before this one has used up the short limits', async () => {
    const begunAt = performance.now();
    const turnstile = createTurnstile(pace, () => performance.now() - begunAt);
    const pass = () => turnstile.pass({ tenant: 'a', conversation: 'x' }, async () => performance.now() - begunAt);

    const first = await pass();
    const second = await pass();

    expect(first).toBeGreaterThanOrEqual(99);
    expect(second).toBeLessThan(2_000);
  });

  test('hands on what went wrong, and goes on', async () => {
    const turnstile = createTurnstile(pace);
    const failing = turnstile.pass({ tenant: 'a' }, async () => {
      throw new Error('reset');
    });

    await expect(failing).rejects.toThrow('reset');
    expect(await turnstile.pass({ tenant: 'a' }, async () => 'through')).toBe('through');
  });

  test('counts nothing that did not leave', async () => {
    const turnstile = createTurnstile([{ scope: 'tenant', count: 2, perMs: 60_000 }]);
    const hushed = () =>
      turnstile.pass({ tenant: 'a' }, async () => {
        throw new PlatformError('Hush.', { verdict: 'later', code: 'rate-limited', isUntried: true });
      });

    for (let n = 0; n < 5; n += 1) await expect(hushed()).rejects.toThrow('Hush.');
    const signal = AbortSignal.timeout(1_000);
    const pass = () => turnstile.pass({ tenant: 'a', signal }, async () => 'through');

    expect([await pass(), await pass()]).toEqual(['through', 'through']);
  });

  test('counts what left and was refused', async () => {
    const turnstile = createTurnstile([{ scope: 'tenant', count: 1, perMs: 60_000 }]);
    const refused = turnstile.pass({ tenant: 'a' }, async () => {
      throw new PlatformError('Later.', { verdict: 'later', code: 'rate-limited' });
    });
    await expect(refused).rejects.toThrow('Later.');

    const next = turnstile.pass({ tenant: 'a', signal: AbortSignal.timeout(20) }, async () => 'through');

    await expect(next).rejects.toThrow('too late');
  });

  test('tells whoever would wait for longer than anybody listens that nothing was tried', async () => {
    const turnstile = createTurnstile([{ scope: 'tenant', count: 1, perMs: 60_000 }]);
    await turnstile.pass({ tenant: 'a' }, async () => {});
    const begunAt = performance.now();
    const signal = AbortSignal.timeout(50);

    const late = await turnstile.pass({ tenant: 'a', signal }, async () => 'sent').catch((error: unknown) => error);

    expect(late).toMatchObject({ verdict: 'later', code: 'not-yet', isUntried: true });
    expect(performance.now() - begunAt).toBeLessThan(5_000);
  });
});
