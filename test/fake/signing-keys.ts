// Real RS256 keys, and the JSON web tokens they sign.
import { createSign, type KeyObject, randomUUID, verify } from 'node:crypto';
import { z } from 'zod';
import { drawKeyPair } from './key-pairs.ts';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The channels that the key may sign for; undefined where it says nothing of them. */
  readonly endorsements: readonly string[] | undefined;
}

export function makeKey(endorsements?: readonly string[]): SigningKey {
  return { kid: randomUUID(), endorsements, ...drawKeyPair() };
}

export function describeKey({ kid, publicKey, endorsements }: SigningKey) {
  return { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid, x5t: kid, ...(endorsements && { endorsements }) };
}

export type Claims = Readonly<Record<string, unknown>>;

export function signToken(key: SigningKey, claims: Claims): string {
  const header = { alg: 'RS256', typ: 'JWT', kid: key.kid, x5t: key.kid };
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key.privateKey, 'base64url')}`;
}

/** "alg": "none", as somebody without any key would try. */
export function leaveUnsigned(claims: Claims): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`;
}

function encode(part: Claims): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

const Payload = z.object({ aud: z.string(), exp: z.number(), tid: z.string() });
export type Payload = z.infer<typeof Payload>;

/** Undefined where it was not signed by this key. */
export function openToken(key: SigningKey, token: string): Payload | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const signed = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', signed, key.publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  return Payload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data;
}
