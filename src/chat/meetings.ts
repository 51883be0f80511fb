// "möten": the coming meetings of a person's groups, and whether they have said that they come.
import type { LocalDate } from '../calendar/local-date.ts';
import { type Instant, type LocalMoment, toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { findGroups } from '../directory/group-store.ts';
import { isSeatedOn } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { Person } from '../directory/person.ts';
import { PromptId, toStableUuid } from '../ids.ts';
import type { Button, Message } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import { describeReply } from '../replies/describe-reply.ts';
import { isClosed, toPromptKey } from '../replies/prompt.ts';
import { listPromptsFor, type PromptForPerson } from '../replies/view-store.ts';
import { formatDay } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { toQuestion } from '../topics/meetings/attendance.ts';
import type { Meeting } from '../topics/meetings/meeting.ts';
import { formatWhen } from '../topics/meetings/meeting-message.ts';
import { listMeetings } from '../topics/meetings/meeting-store.ts';
import type { Asking, Doing } from './asking.ts';

export async function showMeetings({ road, person }: Asking): Promise<Doing> {
  const { db } = road.database;
  const { countyId, language } = person;
  const { timeZone } = await readCounty(db, countyId);
  const now = toLocal(road.clock.now(), timeZone);
  const coming = await listComing(road, person, now);
  const prompts = await listPromptsFor(
    db,
    person,
    coming.map(({ meeting }) => toPromptId(meeting)),
  );
  const lines = coming.map((one) => {
    const asked = prompts.find(({ prompt }) => prompt.id === toPromptId(one.meeting));
    return { ...one, ...(asked && { asked }) };
  });
  const composing = { language, today: now.date, now: road.clock.now() };
  return { answer: { kind: 'card', message: composeMeetings(lines, composing) } };
}

export interface Coming {
  readonly meeting: Meeting;
  /** The name of its group. */
  readonly group: string;
}

/** The meetings of somebody's groups that are not over, in order, cancelled ones among them. */
export async function listComing(road: Road, person: Person, now: LocalMoment): Promise<readonly Coming[]> {
  const { db } = road.database;
  const meetings = (await listOwnMeetings(road, person, now.date)).filter(
    ({ heldOn, endsAt }) => heldOn > now.date || endsAt > now.time,
  );
  const ids = meetings.map(({ groupId }) => groupId);
  const groups = new Map((await findGroups(db, person.countyId, ids)).map(({ id, name }) => [id, name]));
  return meetings.map((meeting) => ({ meeting, group: groups.get(meeting.groupId) ?? '' }));
}

/** Of the groups that the person belongs to on the day of the meeting. */
async function listOwnMeetings({ database: { db } }: Road, person: Person, from: LocalDate) {
  const { countyId } = person;
  const seats = await listMemberships(db, countyId, person.id);
  const meetings = await listMeetings(db, { countyId, from });
  return meetings.filter(({ groupId, heldOn }) =>
    seats.some((seat) => seat.groupId === groupId && isSeatedOn(seat, heldOn)),
  );
}

/** The prompt that asks who comes, whether or not it has been opened yet. */
function toPromptId({ id, heldOn }: Meeting): PromptId {
  return PromptId.parse(toStableUuid(toPromptKey('meeting', id, toQuestion(heldOn))));
}

interface Line extends Coming {
  readonly asked?: PromptForPerson;
}

interface Composing {
  readonly language: Language;
  readonly today: LocalDate;
  readonly now: Instant;
}

function composeMeetings(lines: readonly Line[], composing: Composing): Message {
  const { language } = composing;
  const { title, none } = textsIn(language).chat.meetings;
  if (lines.length === 0) return { language, title, parts: [{ kind: 'text', text: none }], buttons: [] };
  return {
    language,
    title,
    parts: [{ kind: 'list', items: lines.map((line) => describe(line, composing)) }],
    buttons: lines.flatMap((line) => listButtons(line, composing)),
  };
}

function describe({ meeting, group, asked }: Line, composing: Composing): string {
  const { language, today } = composing;
  const texts = textsIn(language);
  const when = formatWhen(meeting, language, today);
  const what = meeting.title
    ? texts.meetings.titleNamed(meeting.title, group, when)
    : texts.meetings.title(group, when);
  if (meeting.cancelledOn !== undefined)
    return texts.chat.meetings.item(what, undefined, texts.chat.meetings.cancelled);
  const place = meeting.place ?? (meeting.link && texts.meetings.digital.toLowerCase());
  return texts.chat.meetings.item(what, place, describeOwn(asked, language));
}

function describeOwn(asked: PromptForPerson | undefined, language: Language): string {
  const { meetings } = textsIn(language).chat;
  if (!asked) return meetings.notAskedYet;
  if (asked.reply) return meetings.answered(describeReply(asked.prompt.form, asked.reply.answers, language));
  return asked.canAnswer ? meetings.unanswered : meetings.notAsked;
}

function listButtons({ meeting, group, asked }: Line, { language, today, now }: Composing): readonly Button[] {
  if (meeting.cancelledOn !== undefined) return [];
  const { meetings, chat } = textsIn(language);
  const name = meetings.prompt(group, formatDay(meeting.heldOn, language, today));
  const isOpen = asked?.canAnswer && !asked.reply && !isClosed(asked.prompt, now);
  const answer: readonly Button[] =
    asked && isOpen ? [{ kind: 'fill', label: chat.meetings.answer(name), promptId: asked.prompt.id }] : [];
  return [
    ...answer,
    ...(meeting.link ? [{ kind: 'link', label: chat.meetings.link(name), url: meeting.link } as const] : []),
  ];
}
