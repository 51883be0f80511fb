// RSA keys for fakes: making one takes a fifth of a second, so that a few take turns.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';

export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** So many that are drawn after each other differ. */
const POOL = 5;
const pairs: KeyPair[] = [];
let drawn = 0;

export function drawKeyPair(): KeyPair {
  const place = drawn % POOL;
  drawn += 1;
  pairs[place] ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return pairs[place];
}
