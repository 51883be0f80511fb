// Calls off a meeting, or all that are left of its series. Whoever had heard of it is told once.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { findStart, MeetingDetails } from '../../topics/meetings/meeting.ts';
import { readMeeting, saveMeetings } from '../../topics/meetings/meeting-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readText, toTextField } from '../fields.ts';
import { releaseSilent } from '../release-silent.ts';
import { createScopeField, isForAll } from '../scope.ts';
import { subjectOf, topicSubjectOf } from '../subject-of.ts';
import { callOff } from '../tell-off.ts';
import { listSeries } from './meeting-desk.ts';
import { composeCalledOff } from './meeting-news.ts';
import { refuseOver } from './meeting-over.ts';

export const cancelMeeting: DeskAct = { name: 'cancel', kind: 'meeting', open, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const { desk } = texts;
  const meeting = await readMeeting(db, topicSubjectOf(asking));
  const over = refuseOver(meeting, asking);
  if (over) return over;
  const series = await listSeries(db, asking, meeting);
  const reason = toTextField({
    key: 'reason',
    label: desk.fields.reason,
    help: desk.fields.reasonTold,
    required: false,
  });
  return {
    title: desk.titles.cancel(subjectOf(asking).title),
    form: { fields: [...createScopeField(texts, series.length), reason] },
    values: {},
    notice: desk.notices.cancelMeeting,
  };
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, now, today, county } = asking;
  const { desk } = textsIn(asking.asker.person.language);
  const chosen = await readMeeting(tx, topicSubjectOf(asking));
  const meetings = isForAll(answers) ? await listSeries(tx, asking, chosen) : [chosen];
  const reason = readText(answers, 'reason');
  const off = meetings.map((meeting) => ({ ...MeetingDetails.parse(meeting), cancelledOn: today }));
  const told = meetings.map(({ countyId, id }) => ({ topic: 'meeting', countyId, id }) as const);
  await releaseSilent(tx, told, now);
  await saveMeetings(tx, { countyId: county.id, now }, off);
  for (const meeting of meetings) {
    const subject = { topic: 'meeting', countyId: meeting.countyId, id: meeting.id } as const;
    await planSubject(tx, road.topics.meeting, subject, now);
    const compose = await composeCalledOff(tx, { meeting, asking, ...(reason !== undefined && { reason }) });
    const usefulTo = findStart(meeting, county.timeZone);
    await callOff(road, tx, [subject], { step: 'called-off', usefulTo, compose });
  }
  const others = meetings.filter(({ id }) => id !== chosen.id);
  return {
    said: desk.done.meetingsOff(meetings.length),
    ref: subjectOf(asking),
    others: others.map(({ id }) => id),
    told,
  };
}
