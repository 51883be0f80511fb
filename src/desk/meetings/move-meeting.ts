// Gives a meeting another day or other hours. Whoever had heard of it is told once; on another day everybody is asked anew.

import { toInstant } from '../../calendar/zone.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { findStart, type Meeting, MeetingDetails } from '../../topics/meetings/meeting.ts';
import { formatWhen } from '../../topics/meetings/meeting-message.ts';
import { readMeeting, saveMeetings } from '../../topics/meetings/meeting-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { subjectOf, topicSubjectOf } from '../subject-of.ts';
import { rewriteCards, tellMoved } from '../tell-moved.ts';
import { tellReached } from '../tell-off.ts';
import { createDayFields, findDayFaults, readDay, toDayValues } from './meeting-fields.ts';
import { composeNewHours } from './meeting-news.ts';
import { refuseOver } from './meeting-over.ts';

export const moveMeeting: DeskAct = { name: 'move', kind: 'meeting', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const meeting = await readMeeting(db, topicSubjectOf(asking));
  const over = refuseOver(meeting, asking);
  if (over) return over;
  return {
    title: texts.desk.titles.move(subjectOf(asking).title),
    form: { fields: createDayFields(texts) },
    values: toDayValues(meeting),
    notice: texts.desk.notices.moveMeeting,
  };
}

async function check(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const wrong = findDayFaults(answers, texts);
  const day = readDay(answers);
  if (!day) return wrong;
  const meeting = await readMeeting(db, topicSubjectOf(asking));
  const start = toInstant({ date: day.heldOn, time: day.startsAt }, asking.county.timeZone);
  const isSame = (['heldOn', 'startsAt', 'endsAt'] as const).every((key) => day[key] === meeting[key]);
  return [
    ...wrong,
    ...(start <= asking.now ? [{ field: 'heldOn', message: texts.desk.faults.isPast }] : []),
    ...(isSame ? [{ field: 'heldOn', message: texts.desk.faults.sameDay }] : []),
  ];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, now, asker, county, today } = asking;
  const { language } = asker.person;
  const { done } = textsIn(language).desk;
  const subject = topicSubjectOf(asking);
  const told = { ...subject, topic: 'meeting' } as const;
  const before = await readMeeting(tx, subject);
  const moved = toMoved(before, answers);
  await saveMeetings(tx, { countyId: subject.countyId, now }, [moved]);
  await planSubject(tx, road.topics.meeting, subject, now);
  if (moved.heldOn !== before.heldOn) await tellMoved(road, tx, told);
  else {
    await rewriteCards(road, tx, told);
    const news = await composeNewHours(tx, { before, moved, asking });
    const usefulTo = findStart(moved, county.timeZone);
    await tellReached(road, tx, [told], { step: 'new-hours', usefulTo, compose: news });
  }
  const said = done.meetingMoved(formatWhen(moved, language, today));
  return { said, ref: subjectOf(asking), told: [told], values: toDayValues(moved) };
}

/** A last day to answer that would come after the meeting is left to the county's rule. */
function toMoved({ moved: _, answerBy, ...meeting }: Meeting, answers: Answers): MeetingDetails {
  const day = readDay(answers);
  const heldOn = day?.heldOn ?? meeting.heldOn;
  const isKept = answerBy !== undefined && (heldOn === meeting.heldOn || answerBy < heldOn) && heldOn >= answerBy;
  return MeetingDetails.parse({ ...meeting, ...day, ...(isKept && { answerBy }) });
}
