// Tasks: write a county's follow-up, freeze it, have it approved, and set a light by hand.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import type { Db } from '../../database/open.ts';
import { listGroups } from '../../directory/group-store.ts';
import { InvalidInput } from '../../errors.ts';
import { compileNow } from '../../followup/compile-now.ts';
import { approveReport, freezeReport, openFrozen } from '../../followup/freeze-report.ts';
import { LightScope } from '../../followup/light-override.ts';
import { overrideLight } from '../../followup/override-light.ts';
import { writeReport } from '../../followup/render-report.ts';
import { ReportFormat } from '../../followup/report-format.ts';
import { orThrow } from '../../followup/report-refusal.ts';
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
    const { county: countyId, year, format, language, isFrozen } = request;
    await assertCounty(database.db, countyId);
    const found = isFrozen
      ? await findFrozen(database.db, request)
      : await compileNow(database, { countyId, year, format, now: clock.now() });
    return { base64: Buffer.from(writeReport({ ...found, format, language })).toString('base64') };
  },
});

async function findFrozen(db: Db, { county: countyId, year }: ReportRequest) {
  const [latest] = await listSnapshots(db, { countyId, year });
  if (latest) return orThrow(await openFrozen(db, latest));
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
  async run({ database, clock }, { county, year, dnr, as }) {
    const signer = await findPerson(database.db, { county, person: as });
    return orThrow(await freezeReport(database, { signer, year, dnr, at: clock.now() })).snapshot;
  },
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
      return orThrow(await approveReport(tx, { ...approving, at: clock.now() })).snapshot;
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
      const set = orThrow(await overrideLight(tx, { ...overriding, signer, at: clock.now() }));
      return { scopeId: set.override.scopeId };
    }),
});
