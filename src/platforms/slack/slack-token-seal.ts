// A workspace's token as it lies in the database: readable only with a key from the environment, and only in its own row.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export interface SealedToken {
  /** Says which key, and nothing about it. */
  readonly keyId: string;
  readonly sealedToken: string;
}

export type Unsealed =
  | { readonly kind: 'token'; readonly token: string }
  /** It was sealed with a key that is not among ours. */
  | { readonly kind: 'unknown-key' }
  /** It was changed, or belongs to another workspace. */
  | { readonly kind: 'damaged' };

export interface TokenSeal {
  /** New tokens are sealed with this one. */
  readonly keyId: string;
  close(teamId: string, token: string): SealedToken;
  open(teamId: string, sealed: SealedToken): Unsealed;
}

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** @param keys of 32 bytes in hexadecimal digits: the first seals, all open */
export function createTokenSeal(keys: readonly string[]): TokenSeal {
  const [first, ...others] = keys.map(toKey);
  if (!first) throw new Error('There is no key to seal tokens with.');
  return {
    keyId: first.id,
    close: (teamId, token) => ({ keyId: first.id, sealedToken: encrypt(first, teamId, token) }),
    open(teamId, { keyId, sealedToken }) {
      const key = [first, ...others].find(({ id }) => id === keyId);
      return key ? decrypt(key, teamId, sealedToken) : { kind: 'unknown-key' };
    },
  };
}

function toKey(hex: string): Key {
  const bytes = Buffer.from(hex, 'hex');
  return { bytes, id: createHmac('sha256', bytes).update('samverk slack key id').digest('hex').slice(0, 16) };
}

function encrypt({ bytes }: Key, teamId: string, token: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, bytes, iv, { authTagLength: TAG_BYTES }).setAAD(toContext(teamId));
  const body = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

function decrypt({ bytes }: Key, teamId: string, sealedToken: string): Unsealed {
  const all = Buffer.from(sealedToken, 'base64url');
  const [iv, tag] = [all.subarray(0, IV_BYTES), all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
  if (tag.length < TAG_BYTES) return { kind: 'damaged' };
  const decipher = createDecipheriv(CIPHER, bytes, iv, { authTagLength: TAG_BYTES })
    .setAAD(toContext(teamId))
    .setAuthTag(tag);
  const body = decipher.update(all.subarray(IV_BYTES + TAG_BYTES));
  try {
    return { kind: 'token', token: Buffer.concat([body, decipher.final()]).toString('utf8') };
  } catch {
    return { kind: 'damaged' };
  }
}

/** Sealed together with the token, so that one workspace's row does not open as another's. */
function toContext(teamId: string): Buffer {
  return Buffer.from(`slack_installation/${teamId}`);
}
