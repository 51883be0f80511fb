// Everything people did, stored under the platform's own key before it is handled.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import type { CountyId, PersonId } from '../ids.ts';
import { Answer, type Belonging, type Incoming } from '../platform.ts';

export interface StoredIncoming {
  readonly id: string;
  /** What was answered, where it has been handled. */
  readonly answer?: Answer;
}

/** Stores an act or a notice; one that is there already comes back as it was. */
export async function storeIncoming(
  db: Db,
  incoming: Incoming | Belonging,
  receivedAt: Instant,
): Promise<StoredIncoming> {
  const { key, from, kind } = incoming;
  const [fresh] = await db.incoming.createManyAndReturn({
    data: { id: randomUUID(), platform: from.platform, key, kind, body: incoming, receivedAt },
    skipDuplicates: true,
    select: { id: true },
  });
  if (fresh) return { id: fresh.id };
  const row = await db.incoming.findUniqueOrThrow({
    where: { platform_key: { platform: from.platform, key } },
    select: { id: true, answer: true, handledAt: true },
  });
  return { id: row.id, ...(row.handledAt === null ? {} : { answer: Answer.parse(row.answer) }) };
}

export interface Handled {
  readonly incomingId: string;
  readonly answer: Answer;
  readonly at: Instant;
  /** A notice is a county's, and not always a person's. */
  readonly by?: { readonly id?: PersonId; readonly countyId: CountyId };
}

export async function markHandled(tx: Tx, { incomingId, answer, at, by }: Handled): Promise<void> {
  await tx.incoming.updateMany({
    where: { id: incomingId },
    data: { handledAt: at, answer, personId: by?.id ?? null, countyId: by?.countyId ?? null },
  });
}

/** Holds an act for this transaction, so that two that handle it at once take turns. */
export async function lockIncoming(tx: Tx, incomingId: string): Promise<Answer | undefined> {
  const rows = await tx.$queryRaw`
    select answer, handled_at is not null as "isHandled" from incoming where id = ${incomingId}::uuid for update`;
  const [row] = locked.parse(rows);
  return row?.isHandled ? Answer.parse(row.answer) : undefined;
}

const locked = z.array(z.object({ answer: z.json(), isHandled: z.boolean() }));
