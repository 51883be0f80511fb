// What somebody filled in, without what the form carries unseen.
import { z } from 'zod';
import type { Entries } from '../../message/entries.ts';

const Sent = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export function readEntries(body: unknown): Entries {
  const sent = Sent.catch({}).parse(body);
  return Object.fromEntries(Object.entries(sent).filter(([key]) => !key.startsWith('_')));
}
