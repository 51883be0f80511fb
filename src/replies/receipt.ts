// A receipt that a person can read out over the telephone, "7F3A-2K".
import { createHash } from 'node:crypto';

// No I, L, O, U, 0 or 1: they are taken for each other.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same for the same seed, so that a repeated act gets the same one. Six signs of thirty are some 7 × 10⁸. */
export function toReceiptCode(seed: string): string {
  const digest = createHash('sha256').update(seed).digest();
  const signs = Array.from(digest.subarray(0, 6), (byte) => SIGNS[byte % SIGNS.length]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
