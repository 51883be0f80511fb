// The year's follow-up: when its questions are asked, of whom, and what is said.

import { addDays, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import type { County } from '../../directory/county.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { listSeatsOn } from '../../directory/membership-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import type { Seat } from '../../directory/seat.ts';
import { NotFound } from '../../errors.ts';
import type { CountyId, PersonId } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import {
  findAnswerBy,
  findAskDay,
  findClosing,
  listQuestionnaires,
  type PlanYear,
  parseYear,
  type Questionnaire,
} from './follow-up.ts';
import { FORM, planFollowUp } from './follow-up-dates.ts';
import { createFollowUpForm } from './follow-up-form.ts';
import { composeFollowUp } from './follow-up-message.ts';

export interface FollowUpNeeds {
  /** What a year's questions are about; undefined where the county has no plan for it. */
  readYear(db: Db, countyId: CountyId, year: number): Promise<PlanYear | undefined>;
}

export function createFollowUpTopic(needs: FollowUpNeeds) {
  return {
    kind: 'followup',
    dates: (db, subject) => findDates(needs, db, subject),
    upcoming: (db, window) => findUpcoming(needs, db, window),
    audience: (db, due) => findAudience(needs, db, due),
    asks: (db, due, language) => findQuestion(needs, db, due, language),
    message: (db, due, language) => findMessage(needs, db, due, language),
  } satisfies Topic;
}

interface Reading {
  readonly county: County;
  readonly isAsked: boolean;
  readonly questionnaire: Questionnaire;
}

async function read(needs: FollowUpNeeds, db: Db, { countyId, id }: Subject): Promise<Reading | undefined> {
  const year = parseYear(countyId, id);
  const of = year === undefined ? undefined : await needs.readYear(db, countyId, year);
  if (year === undefined || !of) return undefined;
  const county = await readCounty(db, countyId);
  const questionnaire = listQuestionnaires(county, year, of).find((one) => one.id === id);
  return questionnaire && { county, questionnaire, isAsked: of.isAsked };
}

async function findDates(needs: FollowUpNeeds, db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const reading = await read(needs, db, subject);
  return reading?.isAsked ? planFollowUp(reading.county, reading.questionnaire.year) : [];
}

async function findUpcoming(
  needs: FollowUpNeeds,
  db: Db,
  { from, to }: { readonly from: Instant; readonly to: Instant },
) {
  const found: Subject[] = [];
  for (const county of await listCounties(db)) {
    const { id: countyId, timeZone } = county;
    const days = { from: toLocal(from, timeZone).date, to: toLocal(to, timeZone).date };
    for (const year of listYears(county, days)) {
      const of = await needs.readYear(db, countyId, year);
      if (of?.isAsked) found.push(...listQuestionnaires(county, year, of).map(({ id }) => ({ countyId, id })));
    }
  }
  return found;
}

/** Those whose questions are asked, or still open, on any of these days. */
function listYears(county: County, { from, to }: { readonly from: string; readonly to: string }): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)) - 2, Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter((year) => {
    const day = findAskDay(county, year);
    return day <= to && addDays(day, county.ladders.followUp.openDays) >= from;
  });
}

/** Everybody with a seat in one of the groups, once, on behalf of their organisation; and the groups themselves. */
async function findAudience(needs: FollowUpNeeds, db: Db, due: Due): Promise<readonly Recipient[]> {
  const reading = await read(needs, db, toSubject(due));
  if (!reading) return [];
  const { groupIds } = reading.questionnaire;
  const { countyId, date } = due;
  const seats = new Map<PersonId, Seat>();
  for (const groupId of groupIds) {
    for (const seat of await listSeatsOn(db, { countyId, groupId }, date)) {
      if (!seats.has(seat.personId)) seats.set(seat.personId, seat);
    }
  }
  const ids = [...seats.values()].map(({ organisationId }) => organisationId);
  const codes = new Map((await findOrganisations(db, countyId, ids)).map((one) => [one.id, one.municipalityCode]));
  const people = [...seats.values()].map((seat): Recipient => {
    const municipalityCode = codes.get(seat.organisationId);
    return { kind: 'person', isAsked: true, ...seat, ...(municipalityCode && { municipalityCode }) };
  });
  return [...groupIds.map((groupId) => ({ kind: 'group', groupId }) as const), ...people];
}

async function findQuestion(needs: FollowUpNeeds, db: Db, due: Due, language: Language): Promise<Asks | undefined> {
  const reading = due.question === FORM ? await read(needs, db, toSubject(due)) : undefined;
  if (!reading?.isAsked) return undefined;
  const { county, questionnaire } = reading;
  const { year, questions, groupIds } = questionnaire;
  const [groupId] = groupIds;
  const texts = textsIn(language);
  return {
    title: texts.followUps.title(year),
    period: String(year),
    form: createFollowUpForm(questions, texts),
    answerPer: 'organisation',
    ...(groupId && { groupId }),
    opensAt: toInstant({ date: findAskDay(county, year), time: LocalTime.parse('00:00') }, county.timeZone),
    answerBy: findAnswerBy(county, year),
    closesAt: findClosing(county, year),
  };
}

async function findMessage(needs: FollowUpNeeds, db: Db, due: Due, language: Language): Promise<Message> {
  const reading = await read(needs, db, toSubject(due));
  if (!reading) throw new NotFound(`There is no follow-up ${due.subjectId} in ${due.countyId}.`);
  return composeFollowUp({ ...reading, due, language });
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
