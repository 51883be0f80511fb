// What somebody filled in, apart from what the form carries unseen.
import { z } from 'zod';
import type { Entries } from '../../message/entries.ts';

const Carried = z.object({ _nonce: z.uuid() });

/** The form's own name: sent twice, it is one act. */
export function readNonce(body: unknown): string | undefined {
  return Carried.safeParse(body).data?._nonce;
}

const Sent = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export function readEntries(body: unknown): Entries {
  const sent = Sent.catch({}).parse(body);
  return Object.fromEntries(Object.entries(sent).filter(([key]) => !key.startsWith('_')));
}
