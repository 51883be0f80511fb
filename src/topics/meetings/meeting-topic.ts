// A meeting: when it reminds, whom, what it asks and says, and what a no sets off.
import { addDays } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { readGroup } from '../../directory/group-store.ts';
import { findReach } from '../../directory/ladder-reach.ts';
import { listMembersOn } from '../../directory/membership-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import { fillSeats, type Seat } from '../../directory/seat.ts';
import type { Message } from '../../message/message.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { type Attending, findStandIns } from './attendance.ts';
import { findAnswerBy, findAnswerDay, findStart, type Meeting } from './meeting.ts';
import { findRequested, isRequest, planMeeting } from './meeting-dates.ts';
import { createMeetingForm } from './meeting-form.ts';
import { composeMeeting, type SubstituteRequest } from './meeting-message.ts';
import { listDeclines, listNearing, readMeeting } from './meeting-store.ts';

export interface MeetingNeeds {
  /** Makes the meeting's occurrences follow what was answered. */
  readonly replan: (db: Db, subject: Subject) => Promise<void>;
}

export function createMeetingTopic({ replan }: MeetingNeeds) {
  return {
    kind: 'meeting',
    dates: findDates,
    upcoming: findUpcoming,
    audience: findAudience,
    asks: findQuestion,
    message: findMessage,
    onAnswers: (db: Db, due: Due) => replan(db, toSubject(due)),
  } satisfies Topic;
}

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const meeting = await readMeeting(db, subject);
  const standIns = findStandIns(await readAttending(db, meeting));
  return planMeeting(meeting, await readCounty(db, subject.countyId), standIns);
}

/** The group on the day of the meeting: whoever has left by then is not asked, whoever has come is. */
async function readAttending(db: Db, meeting: Meeting): Promise<Attending> {
  return {
    members: await listMembersOn(db, meeting, meeting.heldOn),
    away: await findAway(db, meeting.countyId, meeting.heldOn),
    declines: await listDeclines(db, meeting),
  };
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const { id, timeZone, ladders } of await listCounties(db)) {
    const { steps, nudges, escalate, answerDaysBefore } = ladders.meeting;
    const reach = findReach(steps, nudges, escalate).before + answerDaysBefore;
    const days = { from: toLocal(from, timeZone).date, to: addDays(toLocal(to, timeZone).date, reach) };
    found.push(...(await listNearing(db, id, days)));
  }
  return found;
}

/** The group and everybody in its seats; a request asks the substitute alone. */
async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const meeting = await readMeeting(db, toSubject(due));
  const attending = await readAttending(db, meeting);
  const standIns = findStandIns(attending);
  if (isRequest(due.step)) {
    const requested = findRequested(due.step, standIns);
    return requested ? [toRecipient(requested.seat)] : [];
  }
  const seats = [...fillSeats(attending.members, attending.away), ...standIns.map(({ seat }) => seat)];
  return [{ kind: 'group', groupId: meeting.groupId }, ...seats.map(toRecipient)];
}

function toRecipient(seat: Seat): Recipient {
  return { kind: 'person', ...seat, isAsked: true };
}

async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks> {
  const texts = textsIn(language);
  const meeting = await readMeeting(db, toSubject(due));
  const county = await readCounty(db, due.countyId);
  const group = await readGroup(db, meeting);
  const day = formatDay(meeting.heldOn, language, toLocal(due.now, county.timeZone).date);
  return {
    title: texts.meetings.prompt(group.name, day),
    period: meeting.heldOn.slice(0, 4),
    form: createMeetingForm(texts),
    answerPer: 'person',
    groupId: meeting.groupId,
    opensAt: due.now,
    answerBy: findAnswerBy(meeting, county),
    closesAt: findStart(meeting, county.timeZone),
  };
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const { countyId, prompt } = due;
  const meeting = await readMeeting(db, toSubject(due));
  const county = await readCounty(db, countyId);
  const asked = prompt?.standing.asked.map(({ organisationId }) => organisationId) ?? [];
  const request = isRequest(due.step) ? await findRequest(db, due, meeting) : undefined;
  return composeMeeting({
    meeting,
    group: (await readGroup(db, meeting)).name,
    due,
    zone: county.timeZone,
    language,
    answerDay: findAnswerDay(meeting, county),
    organisations: await findOrganisations(db, countyId, asked),
    ...(request && { request }),
  });
}

async function findRequest(db: Db, due: Due, meeting: Meeting): Promise<SubstituteRequest> {
  const requested = findRequested(due.step, findStandIns(await readAttending(db, meeting)));
  if (!requested) return { isNeeded: false };
  const [organisation] = await findOrganisations(db, due.countyId, [requested.seat.organisationId]);
  return { isNeeded: true, organisation: organisation?.name ?? '' };
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
