// Random strings that let their holder in, kept as digests: whoever reads the table cannot use what it says.
import { createHash, randomBytes } from 'node:crypto';

/** What was made for one use opens no other. */
const MARKS = {
  'sign-in': 'sign-in:',
  session: 'session:',
  // The first of them, and unmarked: what is subscribed to goes on.
  feed: '',
} as const;
export type TokenUse = keyof typeof MARKS;

const BYTES = 32;

/** For the holder alone; never stored and never logged. */
export function createToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is stored instead. Of so many random bytes a plain digest gives nothing away. */
export function digestToken(use: TokenUse, token: string): string {
  return createHash('sha256').update(`${MARKS[use]}${token}`).digest('hex');
}
