// The lines of a simulated year: what was posted, nudged, escalated, answered, receipted, shown anew or dropped.
import { type Instant, toIsoWithOffset, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { toPlainText } from '../message/plain-text.ts';
import type { DueKind } from '../topic.ts';
import type { Shown } from './scribe.ts';
import { type Cause, findCauses, listUntold, type Untold } from './simulation-store.ts';

export type LineKind = 'post' | 'update' | 'nudge' | 'escalation' | 'reply' | 'receipt' | 'cancel';

/** One thing that happened. */
export interface Line {
  /** ISO 8601 with the offset of the county: "2019-02-18T09:00:00+01:00". */
  readonly at: string;
  readonly county: CountyId;
  readonly kind: LineKind;
  readonly topic: string;
  /**
   * Never the same in two lines. Of a post, nudge or escalation the key it was delivered under; of an update that key,
   * "@" and the version shown; of a reply the key of the act; of a receipt its number with the county before it; of
   * what was cancelled the occurrence's key.
   */
  readonly key: string;
  /** The name of the conversation; of what was cancelled empty. */
  readonly to: string;
  /** As plain text. */
  readonly text: string;
}

export interface Journal {
  /** What was shown since last time, and what will not be told after all, as lines in an order that is always the same. */
  write(shown: readonly Shown[]): Promise<readonly ShownLine[]>;
}

/** A line, and what it shows where it shows a message. */
export interface ShownLine {
  readonly line: Line;
  readonly shown?: Shown;
  readonly cause: Cause;
}

export interface JournalNeeds {
  readonly db: Db;
  readonly now: () => Instant;
  readonly zoneOf: (county: CountyId) => ZoneName;
}

export function createJournal({ db, now, zoneOf }: JournalNeeds): Journal {
  const known = new Set<string>();
  const stamp = (county: CountyId) => toIsoWithOffset(now(), zoneOf(county));

  async function writeShown(shown: readonly Shown[]): Promise<readonly ShownLine[]> {
    const causes = await findCauses(db, [...new Set(shown.map(findOccurrenceKey))]);
    const byKey = new Map(causes.map((cause) => [cause.key, cause]));
    return shown
      .map((one) => {
        const cause = byKey.get(findOccurrenceKey(one));
        if (!cause) throw new Error(`${one.key} was sent without an occurrence.`);
        return { line: toLine(one, cause, stamp(cause.countyId)), shown: one, cause };
      })
      .toSorted(compareShown);
  }

  async function writeUntold(): Promise<readonly ShownLine[]> {
    const untold = (await listUntold(db, now())).filter(({ key }) => !known.has(key));
    for (const { key } of untold) known.add(key);
    return untold.map((cause) => ({ line: toCancelLine(cause, stamp(cause.countyId)), cause }));
  }

  return {
    write: async (shown) => [...(shown.length > 0 ? await writeShown(shown) : []), ...(await writeUntold())],
  };
}

/** A delivery's key begins with its occurrence's. */
function findOccurrenceKey({ key, to }: Shown): string {
  return key.slice(0, key.lastIndexOf(`>${to.id}`));
}

const KINDS = { reminder: 'post', nudge: 'nudge', escalation: 'escalation' } as const satisfies Record<
  DueKind,
  LineKind
>;

function toLine({ kind, key, version, to, message }: Shown, cause: Cause, at: string): Line {
  const { countyId: county, topic } = cause;
  const text = toPlainText(message);
  return kind === 'sent'
    ? { at, county, kind: KINDS[cause.kind], topic, key, to: to.name, text }
    : { at, county, kind: 'update', topic, key: `${key}@${version}`, to: to.name, text };
}

function toCancelLine({ countyId: county, topic, key, state }: Untold, at: string): Line {
  return { at, county, kind: 'cancel', topic, key, to: '', text: WHY[state] };
}

const WHY = {
  moved: 'Its day has moved.',
  cancelled: 'Somebody took it off.',
  dropped: 'Nobody was left to tell.',
} as const;

/** Posts before updates, what belongs together together, and the group before its members. */
function compareShown(a: ShownLine, b: ShownLine): number {
  return (
    compare(a.shown?.kind, b.shown?.kind) ||
    compare(a.line.county, b.line.county) ||
    compare(a.cause.key, b.cause.key) ||
    Number(a.shown?.to.kind === 'personal') - Number(b.shown?.to.kind === 'personal') ||
    compare(a.line.key, b.line.key)
  );
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
