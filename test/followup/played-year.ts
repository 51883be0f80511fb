// A whole year of Blekinge and Kalmar, played with members who answer, and what people wrote beside their answers.
import type { Database } from '../../src/database/open.ts';
import { Figure } from '../../src/directory/figure.ts';
import { saveFigures } from '../../src/directory/figure-store.ts';
import { CountyId, OrganisationId, PersonId } from '../../src/ids.ts';
import type { CountyFile } from '../../src/import/county-file.ts';
import { addNeed } from '../../src/topics/needs/need-store.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { play } from '../simulation/play.ts';

export const COUNTIES = ['blekinge', 'kalmar'] as const;
export const YEAR = 2024;
/** When the report is compiled: every answer of the year is in. */
export const JANUARY = new Date('2025-01-15T09:00:00Z');

export async function playYear(): Promise<Database> {
  const database = await openTestDatabase();
  await play({ counties: COUNTIES, from: '2024-01-01', to: '2024-12-31', rate: 0.8, seed: 11, change: thin, database });
  for (const county of COUNTIES) await addWhatPeopleWrote(database, CountyId.parse(county));
  return database;
}

/** What everybody is called there: unlike in the examples, nothing that their titles and organisations would say. */
export const FAMILY_NAME = 'Påhittsson';

/**
 * Every third meeting, every other activity beside those that somebody is asked about together, and one reminder of each
 * call and meeting: what is said more often adds up the same way.
 */
function thin(file: CountyFile): CountyFile {
  const { call, meeting } = file.ladders;
  const ladders = { ...file.ladders, call: { steps: call.steps.slice(-1) } };
  return {
    ...file,
    ladders: { ...ladders, meeting: { ...meeting, steps: meeting.steps.slice(0, 1) } },
    people: file.people.map((person, at) => ({ ...person, name: `Nr ${at} ${FAMILY_NAME}` })),
    meetings: file.meetings.filter((_, at) => at % 3 === 0),
    plans: file.plans.map((plan) => ({ ...plan, activities: plan.activities.filter(isPlayed) })),
  };
}

type Activity = CountyFile['plans'][number]['activities'][number];

function isPlayed({ owner, responsible }: Activity, at: number, all: readonly Activity[]): boolean {
  const together = all.filter((one) => one.owner === owner && one.responsible === responsible);
  return at % 2 === 0 || together.length > 1;
}

/** A figure and a need, as the coordinator and a member would have given them. */
async function addWhatPeopleWrote({ db }: Database, countyId: CountyId): Promise<void> {
  const municipalityCode = countyId === 'blekinge' ? '1080' : '0880';
  const about = { countyId, municipalityCode, year: YEAR, source: 'Beslut om anvisningstal', observedOn: '2024-01-31' };
  const id = `${countyId}/${municipalityCode}-2024-assigned`;
  await saveFigures(db, countyId, [Figure.parse({ id, ...about, measure: 'assigned', value: 32 })]);
  await addNeed(db, {
    ...{ countyId, text: 'Fler platser i samhällsorienteringen', raisedById: PersonId.parse(`${countyId}/kontakt`) },
    organisationId: OrganisationId.parse(`${countyId}/lansstyrelsen`),
    raisedAt: new Date('2024-05-06T08:00:00Z'),
  });
}
