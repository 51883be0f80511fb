// A survey: when it asks, whom, what it asks and what it says.
import { addDays } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { listCountyMembersOn } from '../../directory/membership-store.ts';
import { listOrganisations } from '../../directory/organisation-store.ts';
import { NotFound } from '../../errors.ts';
import type { Message } from '../../message/message.ts';
import { toRecurringId, toSubjectId } from '../../reminders/recurring.ts';
import type { Language } from '../../text/language.ts';
import type { Asks, Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { ANSWERS, type Survey } from './survey.ts';
import { findSurveyAudience } from './survey-audience.ts';
import { planTime } from './survey-dates.ts';
import { composeSurvey } from './survey-message.ts';
import { findSurvey, listSurveys } from './survey-store.ts';
import { findAnswerBy, findClosing, findTime, listTimes } from './survey-time.ts';

export const surveyTopic = {
  kind: 'survey',
  dates: findDates,
  upcoming: findUpcoming,
  audience: findAudience,
  asks: findQuestion,
  message: findMessage,
} satisfies Topic;

async function readOne(db: Db, { countyId, id }: Subject): Promise<Survey> {
  const survey = await findSurvey(db, countyId, toRecurringId(id));
  if (!survey) throw new NotFound(`There is no survey ${id} in ${countyId}.`);
  return survey;
}

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const survey = await readOne(db, subject);
  const time = findTime(survey, subject.id);
  if (!time) return [];
  return planTime(survey, time, (await readCounty(db, subject.countyId)).timeZone);
}

/** No run of free days takes a reminder further. */
const FORTNIGHT = 14;
/** A time stays open for so long at the most. */
const LONGEST = 400;

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const { id: countyId, timeZone } of await listCounties(db)) {
    const [first, last] = [toLocal(from, timeZone).date, toLocal(to, timeZone).date];
    for (const survey of await listSurveys(db, countyId, addDays(first, -FORTNIGHT))) {
      const times = listTimes(survey, { fromOn: addDays(first, -LONGEST), toOn: addDays(last, 1) });
      const near = times.filter(({ closesOn, answerBy }) => {
        const end = closesOn > answerBy ? closesOn : answerBy;
        return addDays(end, FORTNIGHT) >= first;
      });
      found.push(...near.map(({ opensOn }) => ({ countyId, id: toSubjectId(survey, opensOn) })));
    }
  }
  return found;
}

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const { countyId } = due;
  return findSurveyAudience({
    survey: await readOne(db, toSubject(due)),
    organisations: await listOrganisations(db, countyId),
    members: await listCountyMembersOn(db, countyId, due.date),
    away: await findAway(db, countyId, due.date),
  });
}

async function findQuestion(db: Db, due: Due, _language: Language): Promise<Asks | undefined> {
  const survey = await readOne(db, toSubject(due));
  const time = findTime(survey, due.subjectId);
  if (!time || due.question !== ANSWERS) return undefined;
  const { timeZone } = await readCounty(db, due.countyId);
  const [groupId] = survey.groupIds;
  const [answerBy, closing] = [findAnswerBy(time, timeZone), findClosing(time, timeZone)];
  return {
    title: survey.title,
    period: survey.rule ? time.opensOn : time.opensOn.slice(0, 4),
    form: survey.form,
    answerPer: survey.answerPer,
    ...(groupId && { groupId }),
    opensAt: due.now,
    answerBy,
    closesAt: closing > answerBy ? closing : answerBy,
  };
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const survey = await readOne(db, toSubject(due));
  const { timeZone: zone } = await readCounty(db, due.countyId);
  const { opensOn, answerBy, closesOn } = survey;
  // Of a time that is off, the last word is still said as of the first.
  const time = findTime(survey, due.subjectId) ?? { opensOn, answerBy, closesOn };
  return composeSurvey({ survey, time, due, zone, language });
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
