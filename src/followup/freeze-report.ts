// Freezes a year's report under a registration number, and has it approved: from then on nothing of it changes.
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import { compileReport } from './compile-report.ts';
import { Report } from './report.ts';
import { type ReportRefusal, toError } from './report-refusal.ts';
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

/** Why a report cannot be frozen, where it cannot. Until the transaction ends, nobody else freezes or approves one. */
export async function refuseFreezing(tx: Tx, { signer, year, dnr }: Freezing): Promise<ReportRefusal | undefined> {
  const { countyId } = signer;
  if (!isCoordinator(signer)) return { kind: 'not-coordinator', act: 'freeze' };
  if (dnr.trim() === '') return { kind: 'no-dnr' };
  if (hasPersonalNumber(dnr)) return { kind: 'personal-number', field: 'dnr' };
  await waitForYear(tx, { countyId, year });
  return (await isFinal(tx, countyId, year)) ? { kind: 'final', year } : undefined;
}

/** @throws NotAllowed or InvalidInput; then nothing is stored */
export async function freezeReport(tx: Tx, freezing: Freezing): Promise<Snapshot> {
  const refusal = await refuseFreezing(tx, freezing);
  if (refusal) throw toError(refusal);
  const { id = randomUUID(), signer, year, dnr, at } = freezing;
  const { countyId } = signer;
  const snapshots = await listSnapshots(tx, { countyId, year });
  const before = snapshots.find((one) => one.id === id);
  if (before) return before;
  const { body, ...frozen } = freeze(await compileReport(tx, { countyId, year }, at));
  const number = (snapshots[0]?.number ?? 0) + 1;
  const made = { id, countyId, year, number, dnr, frozenById: signer.id, frozenAt: at };
  const snapshot = Snapshot.parse({ ...made, ...frozen });
  await addSnapshot(tx, snapshot, body);
  return snapshot;
}

export interface Approving {
  readonly signer: Signer;
  readonly year: number;
  /** The group that decided, and on which day. */
  readonly group: Group;
  readonly approvedOn: LocalDate;
  readonly at: Instant;
}

/** Why it cannot be written down as approved, where it cannot; else the latest snapshot, which is. */
export async function checkApproval(
  tx: Tx,
  { signer, year, approvedOn, at }: Approving,
): Promise<{ readonly latest: Snapshot } | { readonly refusal: ReportRefusal }> {
  const { countyId } = signer;
  if (!isCoordinator(signer)) return { refusal: { kind: 'not-coordinator', act: 'approve' } };
  await waitForYear(tx, { countyId, year });
  const [latest] = await listSnapshots(tx, { countyId, year });
  if (!latest) return { refusal: { kind: 'not-frozen', year } };
  if (await isFinal(tx, countyId, year)) return { refusal: { kind: 'approved', year } };
  const { timeZone } = await readCounty(tx, countyId);
  const frozenOn = toLocal(latest.frozenAt, timeZone).date;
  if (approvedOn < frozenOn) return { refusal: { kind: 'before-frozen', frozenOn } };
  if (approvedOn > toLocal(at, timeZone).date) return { refusal: { kind: 'day-ahead', day: approvedOn } };
  const opened = await openFrozen(tx, latest);
  return 'refusal' in opened ? opened : { latest };
}

/** Of the year's latest snapshot. @throws NotAllowed or InvalidInput; then nothing is changed */
export async function approveReport(tx: Tx, approving: Approving): Promise<Snapshot> {
  const checked = await checkApproval(tx, approving);
  if ('refusal' in checked) throw toError(checked.refusal);
  const { latest } = checked;
  const { year, group, approvedOn } = approving;
  const approval = { approvedOn, approvedById: group.id };
  if (!(await approveSnapshot(tx, latest, approval))) throw toError({ kind: 'approved', year });
  return { ...latest, ...approval };
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

/** @throws InvalidInput where its bytes are not those that were frozen */
export async function readFrozen(db: Db, snapshot: Snapshot): Promise<Report> {
  const opened = await openFrozen(db, snapshot);
  if ('refusal' in opened) throw toError(opened.refusal);
  return opened.report;
}
