// A need: those who take it up are told when it is raised, and whoever raised it when it is settled.
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { findGroups, listConveners } from '../../directory/group-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import type { Person } from '../../directory/person.ts';
import { findPeople, listCoordinators } from '../../directory/person-store.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import type { Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import type { Need } from './need.ts';
import { composeOutcome, composeRaised } from './need-message.ts';
import { listRecent, readNeed } from './need-store.ts';

export const needTopic = {
  kind: 'need',
  dates: findDates,
  upcoming: listRecent,
  audience: findAudience,
  message: findMessage,
} satisfies Topic;

const SETTLED = 'settled';

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const { raisedAt, settled } = await readNeed(db, subject);
  const { timeZone } = await readCounty(db, subject.countyId);
  const moments = [{ step: 'raised', at: raisedAt }, ...(settled ? [{ step: SETTLED, at: settled.at }] : [])];
  return moments.map(({ step, at }) => ({
    ...{ ...toLocal(at, timeZone), step, at },
    ...({ kind: 'reminder', whenLate: 'send', usefulTo: addMonth(at) } as const),
  }));
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

function addMonth(at: Instant): Instant {
  return new Date(at.getTime() + MONTH_MS);
}

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const need = await readNeed(db, toSubject(due));
  const told =
    due.step === SETTLED ? await findPeople(db, due.countyId, [need.raisedById]) : await findTakers(db, due, need);
  const knowsAlready = due.step === SETTLED ? need.settled?.byId : need.raisedById;
  return told
    .filter(({ id }) => id !== knowsAlready)
    .map(({ id: personId, organisationId }) => ({ kind: 'person', personId, organisationId, isAsked: false }));
}

/** The conveners of the group that it is raised to; where there is none but the one who raised it, the coordinators. */
async function findTakers(
  db: Db,
  { countyId, date }: Due,
  { toGroupId, raisedById }: Need,
): Promise<readonly Person[]> {
  const conveners = toGroupId ? await listConveners(db, { countyId, groupId: toGroupId }, date) : [];
  return conveners.some(({ id }) => id !== raisedById) ? conveners : listCoordinators(db, countyId);
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const { countyId } = due;
  const need = await readNeed(db, toSubject(due));
  const isSettled = due.step === SETTLED;
  const byId = isSettled ? need.settled?.byId : need.raisedById;
  const [by] = byId ? await findPeople(db, countyId, [byId]) : [];
  const [organisation] = await findOrganisations(db, countyId, [need.organisationId]);
  const [group] = need.fromGroupId ? await findGroups(db, countyId, [need.fromGroupId]) : [];
  const card = { need, language, by: by?.name ?? '', organisation: organisation?.name ?? '' };
  return isSettled ? composeOutcome(card) : composeRaised({ ...card, ...(group && { group: group.name }) });
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
