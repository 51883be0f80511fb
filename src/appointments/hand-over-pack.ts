// What does a successor get to begin with: questions, groups, meetings, how it went last time, and the county's words.
import { z } from 'zod';
import { toLocal } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { type Appointment, covers } from '../directory/appointment.ts';
import type { Contact } from '../directory/contact.ts';
import { listContacts } from '../directory/contact-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { findGroups } from '../directory/group-store.ts';
import type { Membership } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import type { GroupId } from '../ids.ts';
import type { Message, Part } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import type { Prompt } from '../replies/prompt.ts';
import { listWaiting } from '../replies/waiting-store.ts';
import { formatDay, formatMonth } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { Meeting } from '../topics/meetings/meeting.ts';
import { formatWhen } from '../topics/meetings/meeting-message.ts';
import { listMeetings } from '../topics/meetings/meeting-store.ts';
import type { Activity } from '../topics/plans/activity.ts';
import { listRunning } from '../topics/plans/activity-store.ts';
import { type Involved, listPart, showQuestions } from './involved.ts';

const Definition = z.object({ term: z.string(), text: z.string() }).readonly();

export interface HandOverPack {
  readonly appointment: Appointment;
  readonly involved: Involved;
  readonly questions: readonly Prompt[];
  /** The successor's own, from the day after the last day. */
  readonly seats: readonly Membership[];
  readonly groups: ReadonlyMap<GroupId, string>;
  readonly meetings: readonly Meeting[];
  /** With a check-in so far. */
  readonly activities: readonly Activity[];
  readonly contacts: readonly Contact[];
  readonly definitions: readonly z.infer<typeof Definition>[];
}

export async function readPack(
  { clock }: Road,
  db: Db,
  { appointment, involved }: Pick<HandOverPack, 'appointment' | 'involved'>,
): Promise<HandOverPack> {
  const { countyId, personId, standInId, toOn } = appointment;
  const { today } = involved;
  const waiting = await listWaiting(db, { countyId, id: standInId }, clock.now());
  const seats = (await listMemberships(db, countyId, standInId)).filter(
    (seat) => seat.appointmentId === appointment.id,
  );
  const groupIds = seats.map(({ groupId }) => groupId);
  const groups = new Map((await findGroups(db, countyId, groupIds)).map(({ id, name }) => [id, name]));
  const meetings = await listMeetings(db, { countyId, from: today });
  const { definitions } = await readCounty(db, countyId);
  const running = await listRunning(db, {
    countyId,
    on: today,
    responsibleId: personId,
    ownerId: involved.organisationId,
    groupIds,
  });
  return {
    appointment,
    involved,
    questions: waiting.filter(({ asked }) => asked.insteadOfId === personId).map(({ prompt }) => prompt),
    seats,
    groups,
    meetings: meetings.filter(
      ({ groupId, heldOn, cancelledOn }) => groups.has(groupId) && heldOn > toOn && cancelledOn === undefined,
    ),
    activities: running.filter(({ groupId, latest }) => latest !== undefined && covers(appointment, groupId)),
    contacts: (await listContacts(db, countyId)).filter((one) => one.personId === standInId),
    definitions: definitions.flatMap((one) => Definition.safeParse(one).data ?? []),
  };
}

export function composePack(pack: HandOverPack, language: Language): Message {
  const { appointment, involved, questions } = pack;
  const { pack: texts, told } = textsIn(language).appointments;
  const { person, today } = involved;
  const asked = showQuestions(questions, involved, { language, title: told.questions(questions.length) });
  return {
    language,
    title: texts.title(person),
    parts: [
      { kind: 'text', text: `${texts.lastDay(person, formatDay(appointment.toOn, language, today))} ${texts.now}` },
      ...(questions.length > 0 ? asked.parts : [{ kind: 'text', text: texts.nothing } as const]),
      ...listPart(
        texts.groups,
        pack.seats.map((seat) => describeSeat(seat, pack, language)),
      ),
      ...listPart(
        texts.meetings,
        pack.meetings.map((meeting) => describeMeeting(meeting, pack, language)),
      ),
      ...listPart(
        texts.activities,
        pack.activities.flatMap((one) => describeActivity(one, pack, language)),
      ),
      ...describeContacts(pack, language),
      ...listPart(
        texts.glossary,
        pack.definitions.map(({ term, text }) => texts.term(term, text)),
      ),
    ],
    buttons: asked.buttons,
  };
}

function describeSeat({ groupId, role, fromOn }: Membership, { groups, involved }: HandOverPack, language: Language) {
  const { pack, roles } = textsIn(language).appointments;
  return pack.group(groups.get(groupId) ?? '', roles[role], formatDay(fromOn, language, involved.today));
}

function describeMeeting(meeting: Meeting, { groups, involved }: HandOverPack, language: Language): string {
  const { meetings } = textsIn(language);
  const when = formatWhen(meeting, language, involved.today);
  const group = groups.get(meeting.groupId) ?? '';
  return meeting.title ? meetings.titleNamed(meeting.title, group, when) : meetings.title(group, when);
}

function describeActivity({ title, latest }: Activity, { involved }: HandOverPack, language: Language) {
  if (!latest) return [];
  const { appointments, lights } = textsIn(language);
  const { date } = toLocal(latest.at, involved.zone);
  const when = `${formatMonth(date, language)} ${date.slice(0, 4)}`;
  return [appointments.pack.activity(title, lights.name(latest.light), when, latest.comment)];
}

function describeContacts({ contacts }: HandOverPack, language: Language): readonly Part[] {
  const { pack } = textsIn(language).appointments;
  const items = contacts.map(({ title, phone, email }) => pack.contact(title, phone, email));
  if (items.length === 0) return [];
  return [...listPart(pack.contacts, items), { kind: 'note', text: pack.contactsNote }];
}
