// A meeting: when it reminds, whom, what it asks and says, and what a no sets off.
import { addDays, type LocalDate } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import type { GroupOfCounty } from '../../directory/group.ts';
import { readGroup } from '../../directory/group-store.ts';
import { findReach } from '../../directory/ladder-reach.ts';
import { listMembersOn } from '../../directory/membership-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import { fillSeats, type Seat } from '../../directory/seat.ts';
import type { PersonId } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asked, Asks, Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { type Attending, findReleased, findStandIns, listDoubled, toQuestion } from './attendance.ts';
import { findAnswerBy, findAnswerDay, findStart, type Meeting } from './meeting.ts';
import { findMember, isRelease, isRequest, planMeeting } from './meeting-dates.ts';
import { createMeetingForm } from './meeting-form.ts';
import { composeMeeting, type Raised, type SubstituteRequest } from './meeting-message.ts';
import { listDeclines, listMeetings, listNearing, readMeeting } from './meeting-store.ts';

export interface MeetingNeeds {
  /** Makes the meeting's occurrences follow what was answered. */
  readonly replan: (db: Db, subject: Subject) => Promise<void>;
  /** What others have raised to a group and was not settled at that moment. */
  readonly listRaised: (db: Db, of: GroupOfCounty, at: Instant) => Promise<readonly Raised[]>;
}

export function createMeetingTopic({ replan, listRaised }: MeetingNeeds) {
  return {
    kind: 'meeting',
    dates: findDates,
    upcoming: findUpcoming,
    audience: findAudience,
    asks: findQuestion,
    message: (db: Db, due: Due, language: Language) => findMessage(db, due, { language, listRaised }),
    released: findReleasedPeople,
    onAnswers: (db: Db, due: Due) => replan(db, toSubject(due)),
  } satisfies Topic;
}

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const meeting = await readMeeting(db, subject);
  const attending = await readAttending(db, meeting);
  const county = await readCounty(db, subject.countyId);
  return planMeeting({ meeting, county, standIns: findStandIns(attending), declines: attending.declines });
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

/** The group and everybody in its seats; a request asks the substitute alone, and a release is told to nobody else. */
async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const meeting = await readMeeting(db, toSubject(due));
  const attending = await readAttending(db, meeting);
  const member = findMember(due.step);
  if (isRelease(due.step)) {
    const released = due.prompt?.standing.released.filter(isInsteadOf(member)) ?? [];
    return released.map(({ personId, organisationId }) => ({
      kind: 'person',
      personId,
      organisationId,
      isAsked: false,
    }));
  }
  if (isRequest(due.step)) {
    return findStandIns(attending)
      .filter(({ insteadOfId }) => insteadOfId === member)
      .map(({ seat }) => toRecipient(seat));
  }
  return [{ kind: 'group', groupId: meeting.groupId }, ...listSeated(attending).map(toRecipient)];
}

function isInsteadOf(member: PersonId | undefined): (one: Asked) => boolean {
  return ({ insteadOfId }) => insteadOfId === member;
}

function listSeated(attending: Attending): readonly Seat[] {
  return [...fillSeats(attending.members, attending.away), ...findStandIns(attending).map(({ seat }) => seat)];
}

async function findReleasedPeople(db: Db, due: Due): Promise<readonly PersonId[]> {
  if (!due.prompt) return [];
  const attending = await readAttending(db, await readMeeting(db, toSubject(due)));
  const seated = new Set(listSeated(attending).map(({ personId }) => personId));
  return findReleased(due.prompt.standing, seated).map(({ personId }) => personId);
}

function toRecipient(seat: Seat): Recipient {
  return { kind: 'person', ...seat, isAsked: true };
}

/** Of a meeting that has moved, only the new day is asked about. */
async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks | undefined> {
  const texts = textsIn(language);
  const meeting = await readMeeting(db, toSubject(due));
  if (meeting.cancelledOn !== undefined || due.question !== toQuestion(meeting.heldOn)) return undefined;
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

interface Saying extends Pick<MeetingNeeds, 'listRaised'> {
  readonly language: Language;
}

async function findMessage(db: Db, due: Due, { language, listRaised }: Saying): Promise<Message> {
  const { countyId, prompt } = due;
  const meeting = await readMeeting(db, toSubject(due));
  const county = await readCounty(db, countyId);
  const asked = prompt?.standing.asked.map(({ organisationId }) => organisationId) ?? [];
  const member = findMember(due.step);
  const request = member && (await findRequest(db, meeting, { due, member }));
  return composeMeeting({
    meeting,
    group: (await readGroup(db, meeting)).name,
    due,
    zone: county.timeZone,
    language,
    answerDay: findAnswerDay(meeting, county),
    organisations: await findOrganisations(db, countyId, asked),
    raised: (await isNext(db, meeting, toLocal(due.now, county.timeZone).date))
      ? await listRaised(db, meeting, due.now)
      : [],
    ...(request && { request }),
  });
}

/** Is it the first that the group holds from this day on? What was raised is taken up there, and not announced for all. */
async function isNext(db: Db, { countyId, groupId, id, heldOn }: Meeting, today: LocalDate): Promise<boolean> {
  const meetings = await listMeetings(db, { countyId, groupId, from: today, to: heldOn });
  return meetings.find(({ cancelledOn }) => cancelledOn === undefined)?.id === id;
}

async function findRequest(
  db: Db,
  meeting: Meeting,
  { due, member }: { readonly due: Due; readonly member: PersonId },
): Promise<SubstituteRequest> {
  const attending = await readAttending(db, meeting);
  const isNeeded = findStandIns(attending).some(({ insteadOfId }) => insteadOfId === member);
  const seat = attending.members.find(({ personId }) => personId === member);
  const [organisation] = seat ? await findOrganisations(db, due.countyId, [seat.organisationId]) : [];
  const name = organisation?.name ?? '';
  if (!isRelease(due.step)) return { kind: isNeeded ? 'needed' : 'not-needed', organisation: name };
  const isKept = due.prompt !== undefined && listDoubled(due.prompt.standing).some(isInsteadOf(member));
  return { kind: 'released', organisation: name, isKept };
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
