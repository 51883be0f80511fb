// Calls a meeting, or one each time a rule comes round.
import type { LocalDate } from '../../calendar/local-date.ts';
import { listRuleDays } from '../../calendar/rule-times.ts';
import { toInstant } from '../../calendar/zone.ts';
import type { Db, Tx } from '../../database/open.ts';
import { GroupId, SubjectId } from '../../ids.ts';
import type { Answers, FieldFault, Form } from '../../message/form.ts';
import { dropOutdated } from '../../reminders/occurrence-steer-store.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { MeetingDetails } from '../../topics/meetings/meeting.ts';
import { saveMeetings } from '../../topics/meetings/meeting-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate, toGroupOptions } from '../fields.ts';
import { createRepetitionFields, readRule } from '../repetition.ts';
import { listSteerable } from '../steerable-groups.ts';
import {
  createContentFields,
  createDayFields,
  findDayFaults,
  readContent,
  readDay,
  toDayValues,
} from './meeting-fields.ts';

export const newMeeting: DeskAct = { name: 'new', kind: 'meeting', open, check, apply };

/** Of one series; more are called another time. */
const MOST_TIMES = 24;

async function open(db: Db, { asker }: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asker.person.language);
  const { desk } = texts;
  const groups = await listSteerable(db, asker);
  if (groups.length === 0) return { refused: desk.noGroups };
  const form: Form = {
    fields: [
      { kind: 'choice', key: 'group', label: desk.fields.group, required: true, options: toGroupOptions(groups) },
      ...createDayFields(texts),
      ...createContentFields(texts),
      ...createRepetitionFields(texts, true),
    ],
  };
  const [only, second] = groups;
  return {
    title: desk.titles.new.meeting,
    form,
    values: { repeats: 'once', ...(only && !second && { group: only.id }) },
  };
}

async function check(_db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const { faults } = texts.desk;
  const wrong = findDayFaults(answers, texts);
  const day = readDay(answers);
  if (!day) return wrong;
  const start = toInstant({ date: day.heldOn, time: day.startsAt }, asking.county.timeZone);
  const answerBy = readDate(answers, 'answerBy');
  const times = listTimes(asking, answers);
  return [
    ...wrong,
    ...(start <= asking.now ? [{ field: 'heldOn', message: faults.isPast }] : []),
    ...(answerBy && answerBy > day.heldOn ? [{ field: 'answerBy', message: faults.answerAfter }] : []),
    ...(answerBy && times.length > 1 ? [{ field: 'answerBy', message: faults.answerInSeries }] : []),
    ...(times.length > MOST_TIMES ? [{ field: 'until', message: faults.tooMany(times.length, MOST_TIMES) }] : []),
    ...(times.length === 0 ? [{ field: 'until', message: faults.noTimes }] : []),
  ];
}

function listTimes({ county }: DeskAsking, answers: Answers): readonly LocalDate[] {
  const day = readDay(answers);
  if (!day) return [];
  const rule = readRule(answers, { start: day.heldOn, time: day.startsAt, zone: county.timeZone });
  const until = readDate(answers, 'until');
  return rule && until ? listRuleDays(rule, { fromOn: day.heldOn, toOn: until }) : [day.heldOn];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, asker, county, now, newId } = asking;
  const { id: countyId } = county;
  const day = readDay(answers);
  const times = listTimes(asking, answers);
  const meetings = times.map((heldOn) =>
    MeetingDetails.parse({
      ...{ ...day, ...readContent(answers), countyId, heldOn, isExample: false },
      id: times.length > 1 ? `${newId}/${heldOn}` : newId,
      groupId: GroupId.parse(answers.group),
    }),
  );
  await saveMeetings(tx, { countyId, now }, meetings);
  const told = meetings.map(({ id }) => ({ topic: 'meeting', countyId, id }) as const);
  for (const subject of told) await planSubject(tx, road.topics.meeting, subject, now);
  // One that is near is called and nudged about within the hour otherwise.
  await dropOutdated(tx, countyId, now);
  const [first, ...rest] = meetings;
  const { desk } = textsIn(asker.person.language);
  return {
    said: desk.done.meetings(meetings.length),
    ref: { kind: 'meeting', id: first?.id ?? SubjectId.parse(newId) },
    others: rest.map(({ id }) => id),
    told,
    ...(day && { values: toDayValues(day) }),
  };
}
