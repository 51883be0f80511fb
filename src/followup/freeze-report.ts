// Freezes a year's report under a registration number, and has it approved: from then on nothing of it changes.
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Instant, toLocal } from '../calendar/zone.ts';
import { readAtOneMoment } from '../database/one-moment.ts';
import type { Database, Db, Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import { compileReport } from './compile-report.ts';
import { Report } from './report.ts';
import type { ReportRefusal } from './report-refusal.ts';
import { isCoordinator, type Signer } from './signer.ts';
import { freeze, Snapshot, toChecksum } from './snapshot.ts';
import { addSnapshot, approveSnapshot, isFinal, listSnapshots, readBody, waitForYear } from './snapshot-store.ts';

export interface Freezing {
  /** Of whoever asks: one that is frozen under it already is not frozen again. */
  readonly id?: string;
  readonly signer: Signer;
  readonly year: number;
  readonly dnr: string;
  readonly at: Instant;
}

/** The snapshot, or why nothing was stored. */
export type Signed = { readonly snapshot: Snapshot } | { readonly refusal: ReportRefusal };

/** What is answered while it is frozen comes too late for it. */
export async function freezeReport(database: Database, freezing: Freezing): Promise<Signed> {
  const { id = randomUUID(), signer, year, dnr, at } = freezing;
  const { countyId } = signer;
  if (!isCoordinator(signer)) return { refusal: { kind: 'not-coordinator', act: 'freeze' } };
  if (dnr.trim() === '') return { refusal: { kind: 'no-dnr' } };
  if (hasPersonalNumber(dnr)) return { refusal: { kind: 'personal-number', field: 'dnr' } };
  // Refused before so much is counted; it is asked again once nobody else can change it.
  if (await isFinal(database.db, countyId, year)) return { refusal: { kind: 'final', year } };
  const report = await readAtOneMoment(database, (tx) => compileReport(tx, { countyId, year }, at));
  const { body, ...frozen } = freeze(report);
  return database.transaction(async (tx) => {
    await waitForYear(tx, { countyId, year });
    if (await isFinal(tx, countyId, year)) return { refusal: { kind: 'final', year } };
    const snapshots = await listSnapshots(tx, { countyId, year });
    const before = snapshots.find((one) => one.id === id);
    if (before) return { snapshot: before };
    const number = (snapshots[0]?.number ?? 0) + 1;
    const made = { id, countyId, year, number, dnr, frozenById: signer.id, frozenAt: at };
    const snapshot = Snapshot.parse({ ...made, ...frozen });
    await addSnapshot(tx, snapshot, body);
    return { snapshot };
  });
}

export interface Approving {
  readonly signer: Signer;
  readonly year: number;
  /** The group that decided, and on which day. */
  readonly group: Group;
  readonly approvedOn: LocalDate;
  readonly at: Instant;
}

/** Of the year's latest snapshot. The very same decision sent twice is written down once. */
export async function approveReport(tx: Tx, { signer, year, group, approvedOn, at }: Approving): Promise<Signed> {
  const { countyId } = signer;
  if (!isCoordinator(signer)) return { refusal: { kind: 'not-coordinator', act: 'approve' } };
  await waitForYear(tx, { countyId, year });
  const [latest] = await listSnapshots(tx, { countyId, year });
  if (!latest) return { refusal: { kind: 'not-frozen', year } };
  const approval = { approvedOn, approvedById: group.id };
  const isSentTwice = latest.approvedOn === approvedOn && latest.approvedById === group.id;
  if (isSentTwice) return { snapshot: latest };
  if (await isFinal(tx, countyId, year)) return { refusal: { kind: 'approved', year } };
  const { timeZone } = await readCounty(tx, countyId);
  const frozenOn = toLocal(latest.frozenAt, timeZone).date;
  if (approvedOn < frozenOn) return { refusal: { kind: 'before-frozen', frozenOn } };
  if (approvedOn > toLocal(at, timeZone).date) return { refusal: { kind: 'day-ahead', day: approvedOn } };
  const opened = await openFrozen(tx, latest);
  if ('refusal' in opened) return opened;
  if (!(await approveSnapshot(tx, latest, approval))) return { refusal: { kind: 'approved', year } };
  return { snapshot: { ...latest, ...approval } };
}

/** The report as it was frozen, or that its bytes are not those that were frozen. */
export async function openFrozen(
  db: Db,
  snapshot: Snapshot,
): Promise<{ readonly report: Report } | { readonly refusal: ReportRefusal }> {
  const body = await readBody(db, snapshot);
  const { number, year } = snapshot;
  if (toChecksum(body) !== snapshot.checksum) return { refusal: { kind: 'changed', number, year } };
  return { report: Report.parse(JSON.parse(body)) };
}
