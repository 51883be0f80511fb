// The cause of a post that is about no subject: a message that did not arrive, a substitute who was appointed.
import type { Instant, LocalMoment, ZoneName } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { type CountyId, toStableUuid } from '../ids.ts';

export interface NoticeOccurrence {
  /** Told once under it. */
  readonly key: string;
  readonly countyId: CountyId;
  /** Not one of the topics: nothing about it is ever planned. */
  readonly topic: string;
  readonly subjectId: string;
  readonly step: string;
  readonly at: Instant;
  /** As long as it may wait for a conversation that is paused. */
  readonly usefulTo: Instant;
  readonly zone: ZoneName;
  readonly local: LocalMoment;
}

/**
 * Told the moment it is written.
 * @returns its id, or undefined where it was there already
 */
export async function addNoticeOccurrence(tx: Tx, notice: NoticeOccurrence): Promise<string | undefined> {
  const { local, at, ...own } = notice;
  const id = toStableUuid(notice.key);
  const { count } = await tx.occurrence.createMany({
    data: {
      ...own,
      id,
      kind: 'reminder',
      localDate: local.date,
      localTime: local.time,
      dueAt: at,
      late: 'send',
      state: 'told',
      toldAt: at,
    },
    skipDuplicates: true,
  });
  return count > 0 ? id : undefined;
}
