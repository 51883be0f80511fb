// What went wrong with the room's own posts, and is it worth another try?
import { PlatformError } from '../../errors.ts';

export function refuseGone(): never {
  throw new PlatformError('The message is no longer in the room. Post it anew.', {
    verdict: 'permanent',
    code: 'gone',
  });
}

export function refuseForeign(platform: string): never {
  throw new PlatformError(`A conversation on ${platform} was given to the room. Give it to its own platform.`, {
    verdict: 'permanent',
    code: 'foreign-conversation',
  });
}

/**
 * Everything that fails in the room fails in our own database. The same key is posted once, so trying again later is
 * always safe, also when nobody knows whether the first try was kept.
 */
export async function judgeTrouble<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError('The room did not reach its database. Trying again later is safe.', {
      verdict: 'later',
      code: 'database',
      cause: error,
    });
  }
}
