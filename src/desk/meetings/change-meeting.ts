// Changes what is said of a meeting: its place, its link, its agenda. Nobody is told; cards that are out say it at once.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import { textsIn } from '../../text/texts.ts';
import { type Meeting, MeetingDetails } from '../../topics/meetings/meeting.ts';
import { readMeeting, saveMeetings } from '../../topics/meetings/meeting-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate } from '../fields.ts';
import { createScopeField, isForAll } from '../scope.ts';
import { subjectOf, topicSubjectOf } from '../subject-of.ts';
import { rewriteCards } from '../tell-moved.ts';
import { listSeries } from './meeting-desk.ts';
import { createContentFields, readContent, toContentValues } from './meeting-fields.ts';
import { refuseOver } from './meeting-over.ts';

export const changeMeeting: DeskAct = { name: 'change', kind: 'meeting', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const meeting = await readMeeting(db, topicSubjectOf(asking));
  const over = refuseOver(meeting, asking);
  if (over) return over;
  const series = await listSeries(db, asking, meeting);
  const fields = [...createScopeField(texts, series.length), ...createContentFields(texts)];
  return {
    title: texts.desk.titles.change(subjectOf(asking).title),
    form: { fields },
    values: toContentValues(meeting),
  };
}

async function check(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asking.asker.person.language);
  const { heldOn } = await readMeeting(db, topicSubjectOf(asking));
  const answerBy = readDate(answers, 'answerBy');
  const isLate = answerBy !== undefined && answerBy > heldOn;
  return isLate ? [{ field: 'answerBy', message: texts.desk.faults.answerAfter }] : [];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied> {
  const { road, now, county } = asking;
  const { desk } = textsIn(asking.asker.person.language);
  const meeting = await readMeeting(tx, topicSubjectOf(asking));
  const meetings = isForAll(answers) ? await listSeries(tx, asking, meeting) : [meeting];
  const changed = meetings.map((one) => toChanged(one, answers, one.id === meeting.id));
  await saveMeetings(tx, { countyId: county.id, now }, changed);
  const told = meetings.map(({ countyId, id }) => ({ topic: 'meeting', countyId, id }) as const);
  for (const one of told) {
    await planSubject(tx, road.topics.meeting, one, now);
    await rewriteCards(road, tx, one);
  }
  const others = meetings.filter(({ id }) => id !== meeting.id);
  return { said: desk.done.changed, ref: subjectOf(asking), others: others.map(({ id }) => id), told };
}

/** The last day to answer is each meeting's own. */
function toChanged(meeting: Meeting, answers: Answers, isChosen: boolean): MeetingDetails {
  const { moved: _moved, title: _title, place: _place, link: _link, agenda: _agenda, answerBy, ...rest } = meeting;
  const { answerBy: chosen, ...content } = readContent(answers);
  const day = isChosen ? chosen : answerBy;
  return MeetingDetails.parse({ ...rest, ...content, ...(day && { answerBy: day }) });
}
