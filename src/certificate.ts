// A certificate with its private key, by which the house proves to somebody else that it is itself.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findCode, InvalidInput } from './errors.ts';

export interface Certificate {
  readonly key: KeyObject;
  /** Of the whole certificate, by SHA-256, in base64url. */
  readonly thumbprint: string;
  /** After this it proves nothing any more. */
  readonly endsAt: Date;
}

/**
 * @param path of one PEM file that holds both, in any order; the certificate of the key before those of its issuers
 * @throws InvalidInput with what is wrong, and nothing of the key
 */
export function readCertificate(path: string): Certificate {
  const pem = readPem(path);
  const key = orUndefined(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== 'rsa') {
    throw new InvalidInput('holds no private RSA key that can be read without a passphrase');
  }
  const x509 = orUndefined(() => new X509Certificate(pem));
  if (!x509) throw new InvalidInput('holds no certificate beside the key. Append it to the same file');
  if (!x509.checkPrivateKey(key)) throw new InvalidInput('holds a certificate and a key that do not belong together');
  return {
    key,
    thumbprint: Buffer.from(x509.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
    endsAt: new Date(x509.validTo),
  };
}

function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InvalidInput(`cannot be read (${findCode(cause) ?? 'no code'}). Write the path of a PEM file`, [], {
      cause,
    });
  }
}

/** What the engine says of a key that it does not like helps nobody, and is not told. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
