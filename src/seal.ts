// Signed strings that a stranger can neither make nor change: links, sessions, kept answers, proofs in forms.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { z } from 'zod';

/** A string sealed for one use opens for no other. */
export type SealUse = 'link' | 'session' | 'kept' | 'csrf';

export interface Seal {
  close(use: SealUse, value: unknown): string;
  /** Undefined when it was forged, changed, sealed for another use, or is not what the schema says. */
  open<T>(use: SealUse, sealed: string, schema: z.ZodType<T>): T | undefined;
  /** A short proof of a text, for a hidden field. */
  prove(use: SealUse, text: string): string;
  isProof(use: SealUse, text: string, proof: string): boolean;
}

/** More than any honest one: a sealed string is not unpacked to fill the memory. */
const MOST_BYTES = 64 * 1024;

/** HMAC-SHA256; compared in constant time. What is sealed for one house opens in no other. */
export function createSeal(secret: string, house: 'room' | 'desk'): Seal {
  const sign = (use: SealUse, body: string) =>
    createHmac('sha256', secret).update(`samverk-${house}:${use}:${body}`).digest();
  const isSigned = (use: SealUse, body: string, signature: string) => {
    const [expected, given] = [sign(use, body), Buffer.from(signature, 'base64url')];
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  return {
    close: (use, value) => {
      const body = deflateRawSync(JSON.stringify(value)).toString('base64url');
      return `${body}.${sign(use, body).toString('base64url')}`;
    },
    open: (use, sealed, schema) => {
      const [body = '', signature = '', ...rest] = sealed.split('.');
      if (rest.length > 0 || !isSigned(use, body, signature)) return undefined;
      return schema.safeParse(unpack(body)).data;
    },
    prove: (use, text) => sign(use, text).toString('base64url'),
    isProof: isSigned,
  };
}

function unpack(body: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(body, 'base64url'), { maxOutputLength: MOST_BYTES }).toString());
}
