// A suite that cannot run here is left out, and says so in plain words.
import { test } from '@jest/globals';

interface LeavingOut {
  /** CI does without it too: what it shows is shown there in another way. */
  readonly isOptionalInCi?: true;
}

/** In CI a suite that is left out is a mistake; on a desk it is said and forgiven. */
export function leaveOut(sentence: string, { isOptionalInCi }: LeavingOut = {}): void {
  if (process.env.CI && !isOptionalInCi) {
    test(sentence, () => {
      throw new Error(`${sentence} In CI it must run.`);
    });
    return;
  }
  process.stderr.write(`${sentence}\n`);
  test.skip(sentence, () => {});
}
