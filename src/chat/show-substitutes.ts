// Who stands in for somebody, and for whom do they: by appointment, and at all times.
import type { Appointment } from '../directory/appointment.ts';
import { listAppointmentsOf } from '../directory/appointment-store.ts';
import { listGroups } from '../directory/group-store.ts';
import type { Membership } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { listPeople } from '../directory/person-store.ts';
import type { GroupId, PersonId } from '../ids.ts';
import type { Message, Part } from '../message/message.ts';
import { formatDay } from '../text/format.ts';
import { formatDays } from '../text/format-days.ts';
import { textsIn } from '../text/texts.ts';
import type { Asking, Doing } from './asking.ts';
import { findToday } from './find-today.ts';

export async function showSubstitutes(asking: Asking): Promise<Doing> {
  const { road, person } = asking;
  const { db } = road.database;
  const { countyId, language, id } = person;
  const today = await findToday(asking);
  const people = new Map((await listPeople(db, countyId)).map((one) => [one.id, one.name]));
  const groups = new Map((await listGroups(db, countyId)).map((one) => [one.id, one.name]));
  const { shown } = textsIn(language).appointments;
  const nameOf = (other: PersonId) => people.get(other) ?? '';
  const groupOf = (group: GroupId) => groups.get(group) ?? '';

  const appointments = await listAppointmentsOf(db, countyId, id);
  const always = (await listMemberships(db, countyId)).filter((seat) => isAlways(seat, today));
  const describe = (one: Appointment) => {
    const isMine = one.personId === id;
    const other = nameOf(isMine ? one.standInId : one.personId);
    if (one.kind === 'substitute') return shown.days(other, formatDays(one, language, today), one.receipt);
    const lastDay = formatDay(one.toOn, language, today);
    return isMine ? shown.successor(other, lastDay) : shown.predecessor(other, lastDay);
  };
  const forMe = [
    ...appointments.filter(({ personId }) => personId === id).map(describe),
    ...always
      .filter(({ substituteForId }) => substituteForId === id)
      .map(({ personId, groupId }) => shown.always(nameOf(personId), groupOf(groupId))),
  ];
  const byMe = [
    ...appointments.filter(({ standInId }) => standInId === id).map(describe),
    ...always
      .filter(({ personId }) => personId === id)
      .map(({ substituteForId, groupId }) =>
        shown.always(substituteForId ? nameOf(substituteForId) : '', groupOf(groupId)),
      ),
  ];
  const lists: readonly Part[] = [
    ...(forMe.length > 0 ? [{ kind: 'list', title: shown.forMe, items: forMe } as const] : []),
    ...(byMe.length > 0 ? [{ kind: 'list', title: shown.byMe, items: byMe } as const] : []),
  ];
  const parts: readonly Part[] = lists.length > 0 ? lists : [{ kind: 'text', text: shown.none }];
  const message: Message = {
    language,
    title: shown.title,
    parts: [...parts, { kind: 'note', text: shown.how }],
    buttons: [],
  };
  return { answer: { kind: 'card', message } };
}

/** As the county's file says, not by an appointment for some days. */
function isAlways({ role, fromOn, toOn, appointmentId }: Membership, today: string): boolean {
  const isNow = fromOn <= today && (toOn === undefined || toOn >= today);
  return role === 'substitute' && appointmentId === undefined && isNow;
}
