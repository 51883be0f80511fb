// Freezes a year's report under a registration number, and has it approved: from then on nothing of it changes.
import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { InvalidInput, NotAllowed } from '../errors.ts';
import { hasPersonalNumber } from '../message/personal-number.ts';
import { compileReport } from './compile-report.ts';
import { Report } from './report.ts';
import { isCoordinator, type Signer } from './signer.ts';
import { freeze, Snapshot, toChecksum } from './snapshot.ts';
import { addSnapshot, approveSnapshot, isFinal, listSnapshots, readBody, waitForYear } from './snapshot-store.ts';

export interface Freezing {
  readonly signer: Signer;
  readonly year: number;
  readonly dnr: string;
  readonly at: Instant;
}

/** @throws NotAllowed or InvalidInput; then nothing is stored */
export async function freezeReport(tx: Tx, { signer, year, dnr, at }: Freezing): Promise<Snapshot> {
  const { countyId } = signer;
  if (!isCoordinator(signer)) throw new NotAllowed('Only a coordinator of the county freezes its report.');
  if (dnr.trim() === '') throw refuse('dnr', 'A report is frozen under a registration number. Add its dnr.');
  if (hasPersonalNumber(dnr)) throw refuse('dnr', 'The dnr looks like a personal identity number. Correct it.');
  await waitForYear(tx, { countyId, year });
  if (await isFinal(tx, countyId, year))
    throw refuse('year', `The report of ${year} is approved and is not changed any more.`);
  const { body, ...frozen } = freeze(await compileReport(tx, { countyId, year }, at));
  const number = ((await listSnapshots(tx, { countyId, year }))[0]?.number ?? 0) + 1;
  const made = { id: randomUUID(), countyId, year, number, dnr, frozenById: signer.id, frozenAt: at };
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

/** Of the year's latest snapshot. @throws NotAllowed or InvalidInput; then nothing is changed */
export async function approveReport(tx: Tx, approving: Approving): Promise<Snapshot> {
  const { signer, year, group, approvedOn, at } = approving;
  const { countyId } = signer;
  if (!isCoordinator(signer))
    throw new NotAllowed('Only a coordinator of the county writes down that its report is approved.');
  await waitForYear(tx, { countyId, year });
  const [latest] = await listSnapshots(tx, { countyId, year });
  if (!latest) throw refuse('year', `No report of ${year} is frozen yet. Freeze it first.`);
  if (await isFinal(tx, countyId, year)) throw refuse('year', `The report of ${year} is approved already.`);
  const { timeZone } = await readCounty(tx, countyId);
  const frozenOn = toLocal(latest.frozenAt, timeZone).date;
  if (approvedOn < frozenOn)
    throw refuse('on', `It was frozen on ${frozenOn}, and cannot have been approved before. Correct the day.`);
  if (approvedOn > toLocal(at, timeZone).date)
    throw refuse('on', `${approvedOn} is still to come. Write it down when it is decided.`);
  await readFrozen(tx, latest);
  const approval = { approvedOn, approvedById: group.id };
  if (!(await approveSnapshot(tx, latest, approval)))
    throw refuse('year', `The report of ${year} is approved already.`);
  return { ...latest, ...approval };
}

/** The report as it was frozen. @throws InvalidInput where its bytes are not those that were frozen */
export async function readFrozen(tx: Tx, snapshot: Snapshot): Promise<Report> {
  const body = await readBody(tx, snapshot);
  if (toChecksum(body) !== snapshot.checksum)
    throw refuse('checksum', `Report ${snapshot.number} of ${snapshot.year} has been changed since it was frozen.`);
  return Report.parse(JSON.parse(body));
}

function refuse(path: string, message: string): InvalidInput {
  return new InvalidInput(message, [{ path, message }]);
}
