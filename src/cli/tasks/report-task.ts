// Tasks: write a county's follow-up, freeze it, have it approved, and set a light by hand.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import type { Db } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { listGroups } from '../../directory/group-store.ts';
import { InvalidInput } from '../../errors.ts';
import { compileReport } from '../../followup/compile-report.ts';
import { approveReport, freezeReport, readFrozen } from '../../followup/freeze-report.ts';
import { LightScope } from '../../followup/light-override.ts';
import { overrideLight } from '../../followup/override-light.ts';
import { readRawYear } from '../../followup/raw-year-store.ts';
import { carriesRaw, ReportFormat, writeReport } from '../../followup/render-report.ts';
import { listSnapshots } from '../../followup/snapshot-store.ts';
import { CountyId } from '../../ids.ts';
import { Light } from '../../message/form.ts';
import { Language } from '../../text/language.ts';
import { suggest } from '../../text/nearest.ts';
import { assertCounty, findPerson } from './find-person.ts';
import { defineTask } from './task.ts';

const ReportRequest = z.object({
  county: CountyId,
  year: z.int(),
  format: ReportFormat,
  language: Language,
  /** The latest that was frozen, instead of how it stands now. */
  isFrozen: z.boolean(),
});
type ReportRequest = z.infer<typeof ReportRequest>;

export const reportTask = defineTask({
  name: 'report',
  needsDatabase: true,
  request: ReportRequest,
  /** Bytes go through the door as text. */
  reply: z.object({ base64: z.string() }),
  async run({ database, clock }, request) {
    // Each part as it stands when it is read, and nothing that is saved only halfway.
    const found = await database.transaction(async (tx) => {
      await assertCounty(tx, request.county);
      return request.isFrozen ? findFrozen(tx, request) : compileNow(tx, request, clock.now());
    });
    const { format, language } = request;
    return { base64: Buffer.from(writeReport({ ...found, format, language })).toString('base64') };
  },
});

async function compileNow(db: Db, { county: countyId, year, format }: ReportRequest, now: Date) {
  const report = await compileReport(db, { countyId, year }, now);
  if (!carriesRaw(format)) return { report };
  const { timeZone } = await readCounty(db, countyId);
  return { report, raw: await readRawYear(db, { countyId, year }, timeZone) };
}

async function findFrozen(db: Db, { county: countyId, year }: ReportRequest) {
  const [latest] = await listSnapshots(db, { countyId, year });
  if (latest) return { report: await readFrozen(db, latest) };
  throw new InvalidInput(`No report of ${year} is frozen in ${countyId}. \`samverk report-freeze\` freezes one.`);
}

const SnapshotReply = z.object({
  year: z.int(),
  number: z.int(),
  dnr: z.string(),
  checksum: z.string(),
  approvedOn: LocalDate.optional(),
});

export const freezeTask = defineTask({
  name: 'report-freeze',
  needsDatabase: true,
  request: z.object({ county: CountyId, year: z.int(), dnr: z.string(), as: z.string() }),
  reply: SnapshotReply,
  run: ({ database, clock }, { county, year, dnr, as }) =>
    database.transaction(async (tx) => {
      const signer = await findPerson(tx, { county, person: as });
      return freezeReport(tx, { signer, year, dnr, at: clock.now() });
    }),
});

export const approveTask = defineTask({
  name: 'report-approve',
  needsDatabase: true,
  request: z.object({ county: CountyId, year: z.int(), group: z.string(), on: LocalDate, as: z.string() }),
  reply: SnapshotReply,
  run: ({ database, clock }, { county, year, group, on: approvedOn, as }) =>
    database.transaction(async (tx) => {
      const signer = await findPerson(tx, { county, person: as });
      const approving = { signer, year, group: await findGroup(tx, county, group), approvedOn };
      return approveReport(tx, { ...approving, at: clock.now() });
    }),
});

async function findGroup(db: Db, county: CountyId, wanted: string) {
  const groups = await listGroups(db, county);
  const found = groups.find(
    ({ id, name }) => id === `${county}/${wanted}` || name.toLowerCase() === wanted.toLowerCase(),
  );
  if (found) return found;
  const ids = groups.map(({ id }) => id.slice(county.length + 1));
  throw new InvalidInput(
    `There is no group "${wanted}" in ${county}.${suggest(wanted, ids)} There are: ${ids.join(', ')}.`,
  );
}

export const lightTask = defineTask({
  name: 'report-light',
  needsDatabase: true,
  request: z.object({
    ...{ county: CountyId, year: z.int(), scope: LightScope, scopeId: z.string() },
    ...{ light: Light, reason: z.string(), as: z.string() },
  }),
  reply: z.object({ scopeId: z.string() }),
  run: ({ database, clock }, { county, as, ...overriding }) =>
    database.transaction(async (tx) => {
      const signer = await findPerson(tx, { county, person: as });
      const { scopeId } = await overrideLight(tx, { ...overriding, signer, at: clock.now() });
      return { scopeId };
    }),
});
