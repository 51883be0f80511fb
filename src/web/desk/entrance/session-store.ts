// Who is signed in at the desk? However they came in: a session knows a person, not the way.
import type { Instant } from '../../../calendar/zone.ts';
import type { Db } from '../../../database/open.ts';
import type { Holder } from '../../../directory/sign-in-store.ts';
import { CountyId, PersonId } from '../../../ids.ts';
import { createToken, digestToken } from '../../../token.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Somebody went home; a working day is over. */
export const IDLE_MS = 2 * HOUR_MS;
export const LONGEST_MS = 12 * HOUR_MS;
/** So often a busy session is written down as seen. */
const SEEN_MS = 60_000;

export interface Session extends Holder {
  /** A digest of what the browser keeps. */
  readonly id: string;
}

/** @returns what the browser is to keep; only its digest is stored */
export async function startSession(db: Db, { countyId, personId }: Holder, now: Instant): Promise<string> {
  const token = createToken();
  const expiresAt = new Date(now.getTime() + LONGEST_MS);
  const id = digestToken('session', token);
  await db.deskSession.create({ data: { id, countyId, personId, startedAt: now, seenAt: now, expiresAt } });
  return token;
}

/** The session that is still good, which is seen by that. */
export async function findSession(db: Db, token: string, now: Instant): Promise<Session | undefined> {
  const id = digestToken('session', token);
  const seenAfter = new Date(now.getTime() - IDLE_MS);
  const row = await db.deskSession.findFirst({ where: { id, expiresAt: { gt: now }, seenAt: { gt: seenAfter } } });
  if (!row) return undefined;
  if (now.getTime() - row.seenAt.getTime() >= SEEN_MS) {
    await db.deskSession.updateMany({ where: { id }, data: { seenAt: now } });
  }
  return { id, countyId: CountyId.parse(row.countyId), personId: PersonId.parse(row.personId) };
}

export async function endSession(db: Db, { id, countyId }: Session): Promise<void> {
  await db.deskSession.deleteMany({ where: { id, countyId } });
}

/** On all of somebody's computers and phones, and by whatever link lies unused. */
export async function endSessionsOf(db: Db, { countyId, personId }: Holder): Promise<void> {
  await db.deskSession.deleteMany({ where: { countyId, personId } });
  await db.signInLink.deleteMany({ where: { countyId, personId, usedAt: null } });
}

export async function forgetSessions(db: Db, now: Instant): Promise<void> {
  const seenBefore = new Date(now.getTime() - IDLE_MS);
  await db.deskSession.deleteMany({ where: { OR: [{ expiresAt: { lte: now } }, { seenAt: { lte: seenBefore } }] } });
}
