// Personal links that sign somebody in at the desk, each once and soon: made, looked at, used, forgotten.
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import { CountyId, PersonId } from '../ids.ts';
import { createToken, digestToken } from '../token.ts';

/** Long enough to change to the browser, too short to lie about. */
export const LINK_MINUTES = 15;

/** Whom a link or a session is for. */
export interface Holder {
  readonly countyId: CountyId;
  readonly personId: PersonId;
}

/** @returns what stands in the link; only its digest is kept */
export async function addSignInLink(db: Db, { countyId, personId }: Holder, now: Instant): Promise<string> {
  const token = createToken();
  const expiresAt = new Date(now.getTime() + LINK_MINUTES * 60_000);
  await db.signInLink.create({ data: { id: digestToken('sign-in', token), countyId, personId, expiresAt } });
  return token;
}

export type LinkState =
  | { readonly kind: 'valid'; readonly holder: Holder }
  /** Made up, or forgotten long ago. */
  | { readonly kind: 'forged' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'used' };

/** Changes nothing: mail scanners and previews open every link they see. */
export async function lookAtLink(db: Db, token: string, now: Instant): Promise<LinkState> {
  const row = await db.signInLink.findUnique({ where: { id: digestToken('sign-in', token) } });
  if (!row) return { kind: 'forged' };
  if (row.usedAt) return { kind: 'used' };
  if (row.expiresAt <= now) return { kind: 'expired' };
  return { kind: 'valid', holder: toHolder(row) };
}

/** Of two who use it at once, one does. */
export async function useSignInLink(tx: Tx, token: string, now: Instant): Promise<LinkState> {
  const [row] = await tx.signInLink.updateManyAndReturn({
    where: { id: digestToken('sign-in', token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return row ? { kind: 'valid', holder: toHolder(row) } : lookAtLink(tx, token, now);
}

/** Used or not, nobody asks about them any more. */
export async function forgetLinks(db: Db, expiredBefore: Instant): Promise<void> {
  await db.signInLink.deleteMany({ where: { expiresAt: { lt: expiredBefore } } });
}

function toHolder({ countyId, personId }: { readonly countyId: string; readonly personId: string }): Holder {
  return { countyId: CountyId.parse(countyId), personId: PersonId.parse(personId) };
}
