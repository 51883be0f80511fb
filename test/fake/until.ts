// Waits for what another process, or the wall clock, is about to do.
import { setTimeout as wait } from 'node:timers/promises';

export async function until(isTrue: () => boolean | Promise<boolean>, withinMs = 15_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`It did not become true within ${withinMs} ms.`);
    await wait(10);
  }
}
