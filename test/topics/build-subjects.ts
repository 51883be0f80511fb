// A call, a meeting, an activity and a contact of the small county to test with.
import { LocalDate } from '../../src/calendar/local-date.ts';
import type { Db } from '../../src/database/open.ts';
import { Contact } from '../../src/directory/contact.ts';
import { saveContacts } from '../../src/directory/contact-store.ts';
import { CountyId, PersonId, SubjectId } from '../../src/ids.ts';
import { CallDetails } from '../../src/topics/calls/call.ts';
import { saveCalls } from '../../src/topics/calls/call-store.ts';
import { Event } from '../../src/topics/events/event.ts';
import { addEvent } from '../../src/topics/events/event-store.ts';
import { Meeting } from '../../src/topics/meetings/meeting.ts';
import { saveMeetings } from '../../src/topics/meetings/meeting-store.ts';
import { ActivityDetails } from '../../src/topics/plans/activity.ts';
import { saveActivities } from '../../src/topics/plans/activity-store.ts';
import { Plan } from '../../src/topics/plans/plan.ts';
import { savePlans } from '../../src/topics/plans/plan-store.ts';
import { Round } from '../../src/topics/plans/round.ts';
import { saveRounds } from '../../src/topics/plans/round-store.ts';
import { Area, Goal, Strategy } from '../../src/topics/plans/strategy.ts';
import { saveAreas, saveGoals, saveStrategies } from '../../src/topics/plans/strategy-store.ts';
import { Survey } from '../../src/topics/surveys/survey.ts';
import { saveSurveys } from '../../src/topics/surveys/survey-store.ts';
import { type BuiltCounty, buildCounty, settle } from '../directory/build-county.ts';

export const countyId = CountyId.parse('testlan');
export const january = new Date('2026-01-05T08:00:00Z');

export const person = (name: string, county: string = countyId) => PersonId.parse(`${county}/${name}`);
export const subject = (name: string) => ({ countyId, id: SubjectId.parse(`testlan/${name}`) });
export const date = (text: string) => LocalDate.parse(text);

/** What Umeå is asked about in the plan: the activity of `buildActivity`. */
export const umeasShare = subject('plan-2026/umea+beredningsgruppen');

/** Closes on Friday 20 March. */
export function buildCall(change: object = {}): CallDetails {
  return CallDetails.parse({
    id: 'testlan/tia',
    countyId,
    instrumentId: 'testlan/tia',
    title: 'Tidiga insatser för asylsökande',
    closesOn: '2026-03-20',
    eligibleKinds: ['municipality', 'civil-society'],
    municipalityCodes: [],
    purpose: 'Hälsa, svenska språket',
    link: 'https://example.org/utlysningar/tia',
    groupIds: ['testlan/natverket', 'testlan/beredningsgruppen'],
    isExample: false,
    ...change,
  });
}

/** On Thursday 22 October, answered by Tuesday 20 October. */
export function buildMeeting(change: object = {}): Meeting {
  return Meeting.parse({
    id: 'testlan/mote',
    countyId,
    groupId: 'testlan/beredningsgruppen',
    heldOn: '2026-10-22',
    startsAt: '13:00',
    endsAt: '15:00',
    place: 'Länsstyrelsen, Umeå, eller digitalt',
    link: 'https://example.org/mote',
    agenda: ['Inledning', 'Laget runt', 'Avslutning'],
    isExample: false,
    ...change,
  });
}

/** Owned by Umeå, followed by Beredningsgruppen, all year. */
export function buildActivity(change: object = {}): ActivityDetails {
  return ActivityDetails.parse({
    id: 'testlan/sprakstod',
    countyId,
    planId: 'testlan/plan-2026',
    goalId: 'testlan/sprak',
    groupId: 'testlan/beredningsgruppen',
    ownerId: 'testlan/umea',
    title: 'Språkstöd på arbetsplatsen',
    fromOn: '2026-01-01',
    toOn: '2026-12-31',
    indicator: 'Antal arbetsplatser',
    ...change,
  });
}

/** Answered for by Migrationsverket's substitute. */
export function buildContact(change: object = {}): Contact {
  return Contact.parse({
    id: 'testlan/bosattning',
    countyId,
    title: 'Bosättningssamordnare',
    organisationId: 'testlan/migrationsverket',
    personId: 'testlan/mig-2',
    phone: '010-000 00 03',
    email: 'bosattning@example.org',
    municipalityCodes: ['2480', '2460'],
    matters: [],
    ...change,
  });
}

/** Proposed on Monday 2 March for Friday 10 April, by the language association. The first of its county: "testlan/1". */
export function buildEvent(change: object = {}): Event {
  return Event.parse({
    id: 'testlan/1',
    countyId,
    number: 1,
    title: 'Språkcafé',
    fromOn: '2026-04-10',
    toOn: '2026-04-10',
    place: 'Stadsbiblioteket',
    link: 'https://example.org/sprakcafe',
    proposedById: 'testlan/sprak-1',
    organisationId: 'testlan/sprak',
    proposedAt: new Date('2026-03-02T08:00:00Z'),
    ...change,
  });
}

/** Put to the network from Tuesday 10 March, answered by Friday 20 March. */
export function buildSurvey(change: object = {}): Survey {
  return Survey.parse({
    id: 'testlan/enkat',
    countyId,
    title: 'Hur går arbetet?',
    form: {
      fields: [
        {
          ...{ kind: 'choice', key: 'q1', label: 'Hinner ni?', required: true },
          options: [
            { value: 'yes', label: 'Ja' },
            { value: 'no', label: 'Nej' },
          ],
        },
      ],
    },
    groupIds: ['testlan/natverket'],
    organisationKinds: ['civil-society'],
    answerPer: 'person',
    opensOn: '2026-03-10',
    opensAt: '09:00',
    answerBy: '2026-03-20',
    closesOn: '2026-03-27',
    nudgeDays: [3, 0],
    escalates: true,
    ...change,
  });
}

export function buildPlan(change: object = {}): Plan {
  return Plan.parse({
    id: 'testlan/plan-2026',
    countyId,
    year: 2026,
    state: 'approved',
    approvedOn: '2026-01-20',
    isExample: false,
    ...change,
  });
}

/** March closes on Friday 20 March, June on Friday 12 June. */
function buildRounds(): readonly Round[] {
  const round = { countyId, planId: 'testlan/plan-2026' };
  return [
    { ...round, id: 'testlan/mars-2026', label: 'mars', opensOn: '2026-03-09', closesOn: '2026-03-20' },
    { ...round, id: 'testlan/juni-2026', label: 'juni', opensOn: '2026-06-01', closesOn: '2026-06-12' },
  ].map((one) => Round.parse(one));
}

export interface Settling {
  readonly county?: BuiltCounty;
  readonly call?: CallDetails;
  readonly meeting?: Meeting;
  readonly plan?: Plan;
  readonly activity?: ActivityDetails;
  /** None is put where none is given. */
  readonly survey?: Survey;
  /** Nobody has proposed one where none is given. */
  readonly event?: Event;
}

/** Writes the county with a call, a meeting and an activity. */
export async function settleSubjects(db: Db, settling: Settling = {}): Promise<void> {
  await settle(db, settling.county ?? buildCounty());
  await saveContacts(db, countyId, [buildContact()]);
  if (settling.event) await addEvent(db, settling.event);
  if (settling.survey) await saveSurveys(db, countyId, [settling.survey]);
  await saveCalls(db, { countyId, now: january }, [settling.call ?? buildCall()]);
  await saveMeetings(db, { countyId, now: january }, [settling.meeting ?? buildMeeting()]);
  await saveStrategies(db, countyId, [
    Strategy.parse({ id: 'testlan/strategi', countyId, name: 'Strategi', fromOn: '2024-01-01', agenda2030: [10] }),
  ]);
  await saveAreas(db, countyId, [
    Area.parse({
      id: 'testlan/sprakomradet',
      countyId,
      strategyId: 'testlan/strategi',
      position: 1,
      name: 'Språk',
      agenda2030: [4],
    }),
  ]);
  await saveGoals(db, countyId, [
    Goal.parse({
      id: 'testlan/sprak',
      countyId,
      areaId: 'testlan/sprakomradet',
      position: 1,
      text: 'Alla får rätt förutsättningar till språkutveckling',
    }),
  ]);
  // A plan that is locked takes neither.
  await saveRounds(db, countyId, buildRounds());
  await saveActivities(db, countyId, [settling.activity ?? buildActivity()]);
  await savePlans(db, countyId, [settling.plan ?? buildPlan()]);
}
