// Links that let a person in without an account: signed, for one purpose, for a limited time.
import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import { PersonId, PromptId } from '../../ids.ts';
import type { Seal } from '../../seal.ts';

const who = { personId: PersonId, /** Milliseconds since 1970. */ until: z.int() };

export const RoomLink = z.discriminatedUnion('purpose', [
  /** The person's whole room. */
  z.object({ ...who, purpose: z.literal('inbox') }).readonly(),
  /** One prompt's form and nothing else. */
  z.object({ ...who, purpose: z.literal('answer'), promptId: PromptId }).readonly(),
]);
export type RoomLink = z.infer<typeof RoomLink>;

export type LinkPurpose = { readonly kind: 'inbox' } | { readonly kind: 'answer'; readonly promptId: PromptId };

const DAY_MS = 24 * 60 * 60 * 1000;
const LASTS_MS = { inbox: 14 * DAY_MS, answer: 60 * DAY_MS } as const;

export interface NewLink {
  readonly personId: PersonId;
  readonly purpose: LinkPurpose;
  readonly now: Instant;
}

/** What comes after /room/in/. */
export function createLinkToken(seal: Seal, { personId, purpose, now }: NewLink): string {
  const until = now.getTime() + LASTS_MS[purpose.kind];
  const link: RoomLink =
    purpose.kind === 'inbox'
      ? { purpose: 'inbox', personId, until }
      : { purpose: 'answer', personId, until, promptId: purpose.promptId };
  return seal.close('link', link);
}

export type OpenedLink =
  | { readonly kind: 'valid'; readonly link: RoomLink }
  | { readonly kind: 'expired' }
  | { readonly kind: 'forged' };

export function openLinkToken(seal: Seal, token: string, now: Instant): OpenedLink {
  const link = seal.open('link', token, RoomLink);
  if (!link) return { kind: 'forged' };
  return link.until > now.getTime() ? { kind: 'valid', link } : { kind: 'expired' };
}
