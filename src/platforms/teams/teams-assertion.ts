// How the app proves to Microsoft that it has its certificate, without showing the key: it signs who it is, whom it asks, and when.
import { constants, randomUUID, sign } from 'node:crypto';
import type { Certificate } from '../../certificate.ts';

export interface Assertion {
  readonly clientId: string;
  /** Where the token is bought; nobody else may take the assertion for theirs. */
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** As Microsoft advises: five to ten minutes. */
const HOLDS_SECONDS = 10 * 60;

/** @see https://learn.microsoft.com/entra/identity-platform/certificate-credentials */
export function signAssertion({ key, thumbprint }: Certificate, { clientId, url, now }: Assertion): string {
  const from = Math.floor(now / 1_000);
  const claims = { aud: url, iss: clientId, sub: clientId, jti: randomUUID(), nbf: from, iat: from };
  const header = { alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint };
  const signed = [header, { ...claims, exp: from + HOLDS_SECONDS }].map(encode).join('.');
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const signature = sign('sha256', Buffer.from(signed), {
    key,
    padding,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
