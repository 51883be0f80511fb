// ROAD 4: a county's year, compiled at any time from what is stored. The same rows at the same moment, the same report.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { type Instant, toIsoWithOffset, toLocal, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { readCounty } from '../directory/county-store.ts';
import { listFigures } from '../directory/figure-store.ts';
import { listGroups } from '../directory/group-store.ts';
import { loadMunicipalities } from '../directory/municipality.ts';
import { listOrganisations } from '../directory/organisation-store.ts';
import type { Plan } from '../topics/plans/plan.ts';
import { listPlans } from '../topics/plans/plan-store.ts';
import type { Strategy } from '../topics/plans/strategy.ts';
import { listStrategies } from '../topics/plans/strategy-store.ts';
import { createAuthors } from './authors.ts';
import { compileAnswers } from './compile-answers.ts';
import { compileCalls } from './compile-calls.ts';
import { compileMeetings } from './compile-meetings.ts';
import { compileNeeds } from './compile-needs.ts';
import { compilePlan, listCounted, type PlanReport } from './compile-plan.ts';
import { compileRates } from './compile-rates.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import { type FigureOfYear, listActivitiesOf, Report } from './report.ts';
import { countLights } from './roll-up.ts';
import { listEarlier } from './snapshot-store.ts';

const NO_PLAN: PlanReport = { rounds: [], areas: [] };

/** @throws NotFound where there is no such county */
export async function compileReport(db: Db, { countyId, year }: YearOfCounty, now: Instant): Promise<Report> {
  const county = await readCounty(db, countyId);
  const zone = county.timeZone;
  const asOf = findDay(year, now, zone);
  const organisations = await listOrganisations(db, countyId);
  const groups = await listGroups(db, countyId);
  const authors = createAuthors(db, countyId, organisations);
  const common = { countyId, year, now, asOf, zone, organisations, groups, authors };
  const plan = (await listPlans(db, countyId)).find((one) => one.year === year);
  const { rounds, areas } = plan ? await compilePlan(db, { ...common, plan }) : NO_PLAN;
  const strategy = (await listStrategies(db, countyId)).find(
    ({ fromOn, toOn }) => fromOn <= asOf && (toOn === undefined || asOf <= toOn),
  );
  return Report.parse({
    format: 1,
    county: { id: countyId, name: county.name, words: county.words },
    year,
    compiledAt: toIsoWithOffset(now, zone),
    asOf,
    ...(strategy && { strategy: toTitle(strategy) }),
    ...(plan && { plan: toDecision(plan) }),
    reportedTo: listReaders(county),
    rollUp: 'worst',
    lights: countLights(listCounted(listActivitiesOf({ areas }))),
    ...{ rounds, areas },
    needs: await compileNeeds(db, common),
    answers: await compileAnswers(db, common),
    meetings: await compileMeetings(db, common),
    calls: await compileCalls(db, common),
    rates: await compileRates(db, common),
    figures: await readFigures(db, common),
    earlier: await listEarlier(db, common),
  });
}

/** In the year it is today; afterwards its last day, so that what is overdue does not grow for ever. */
function findDay(year: number, now: Instant, zone: ZoneName): LocalDate {
  const today = toLocal(now, zone).date;
  const last = LocalDate.parse(`${year}-12-31`);
  return today < last ? today : last;
}

function toTitle({ name, dnr }: Strategy): Report['strategy'] {
  return { name, ...(dnr !== undefined && { dnr }) };
}

function toDecision({ state, approvedOn, dnr }: Plan): Report['plan'] {
  return { state, ...(approvedOn && { approvedOn }), ...(dnr !== undefined && { dnr }) };
}

const FollowUp = z.object({ reportedTo: z.array(z.string()).default([]) });

function listReaders({ followUp }: County): readonly string[] {
  return FollowUp.parse(followUp).reportedTo;
}

async function readFigures(db: Db, { countyId, year }: YearOfCounty): Promise<readonly FigureOfYear[]> {
  const municipalities = loadMunicipalities();
  return (await listFigures(db, countyId, year)).map(({ municipalityCode: code, measure, name, ...figure }) => ({
    municipality: municipalities.find((one) => one.code === code)?.name ?? code,
    ...{ code, measure, ...(name !== undefined && { name }) },
    ...{ value: figure.value, source: figure.source, observedOn: figure.observedOn },
  }));
}
