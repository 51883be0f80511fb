// Who is to step in for whom, as a command names them: known, allowed, and of the same organisation; or why not.
import type { Days, LocalDate } from '../calendar/local-date.ts';
import { Appointment, type AppointmentKind } from '../directory/appointment.ts';
import { listAppointmentsOf } from '../directory/appointment-store.ts';
import type { Membership } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { listPeople } from '../directory/person-store.ts';
import { type GroupId, toStableUuid } from '../ids.ts';
import { toReceiptCode } from '../replies/receipt.ts';
import { textsIn } from '../text/texts.ts';
import type { Asking } from './asking.ts';
import { findPersonByName } from './find-person.ts';
import { findToday } from './find-today.ts';
import { findAppointable } from './may-appoint.ts';
import type { Appointing } from './read-appointing.ts';

export interface Refused {
  readonly refused: string;
}

export interface Target {
  readonly person: Person;
  /** In which of their groups; in all, where none is named. */
  readonly groupIds: readonly GroupId[];
  /** The county's people, but for those who have left. */
  readonly people: readonly Person[];
  readonly today: LocalDate;
}

/** For whom: whoever writes, or somebody else of the same county. */
export async function findTarget(asking: Asking, { person: name }: Appointing): Promise<Target | Refused> {
  const { road, person: by } = asking;
  const people = (await listPeople(road.database.db, by.countyId)).filter((one) => !hasLeft(one));
  const today = await findToday(asking);
  const found = name === undefined ? { person: by } : findOne(name, people, by);
  if ('refused' in found) return found;
  const groupIds = await findAppointable(road, { by, person: found.person, today });
  if (!groupIds) return { refused: textsIn(by.language).appointments.notAllowed };
  return { person: found.person, groupIds, people, today };
}

function findOne(name: string, people: readonly Person[], { language }: Person): { readonly person: Person } | Refused {
  const texts = textsIn(language).appointments;
  const meant = findPersonByName(name, people);
  switch (meant.kind) {
    case 'one':
      return meant;
    case 'several':
      return { refused: texts.severalPeople(meant.people.map(({ email }) => email)) };
    case 'none':
      return { refused: texts.noPerson(name, meant.nearest) };
  }
}

/** A convener takes back what is about their own groups alone; who may do it in all groups, takes back everything. */
export function isWithin(appointed: readonly GroupId[], allowed: readonly GroupId[]): boolean {
  return allowed.length === 0 || (appointed.length > 0 && appointed.every((id) => allowed.includes(id)));
}

export interface SteppingIn extends Target {
  readonly standIn: Person;
  /** All of the county's, past ones too. */
  readonly seats: readonly Membership[];
  /** In which the person is away, leaves or stands in. */
  readonly appointments: readonly Appointment[];
}

/**
 * Each party appoints its own: a colleague, or who stands behind the person in some group already.
 * Source: Blekinge, strategin § 8.
 */
export async function findSteppingIn(
  asking: Asking,
  target: Target,
  { standIn: name }: Appointing,
): Promise<SteppingIn | Refused> {
  const { db } = asking.road.database;
  const { person, people } = target;
  const texts = textsIn(asking.person.language).appointments;
  const found = findOne(name, people, asking.person);
  if ('refused' in found) return found;
  const { person: standIn } = found;
  if (standIn.id === person.id) return { refused: texts.notThemself };
  const seats = await listMemberships(db, person.countyId);
  const isColleague = standIn.organisationId === person.organisationId;
  if (!isColleague && !isBehind(seats, { standIn, ...target })) {
    const [organisation] = await findOrganisations(db, person.countyId, [person.organisationId]);
    return { refused: texts.otherOrganisation(standIn.name, organisation?.name ?? '') };
  }
  const appointments = await listAppointmentsOf(db, person.countyId, person.id);
  return { ...target, standIn, seats, appointments };
}

/** Known by what it says and when it was said: said again, it is the same. */
export function draftAppointment(
  { road, person: by }: Asking,
  { person, standIn, groupIds }: SteppingIn,
  { kind, days }: { readonly kind: AppointmentKind; readonly days: Days },
): Appointment {
  const appointedAt = road.clock.now();
  const said = [kind, person.id, standIn.id, days.fromOn, days.toOn, by.id, appointedAt.toISOString()];
  const id = toStableUuid(`appointment:${said.join(':')}`);
  return Appointment.parse({
    id,
    kind,
    ...days,
    countyId: person.countyId,
    personId: person.id,
    standInId: standIn.id,
    groupIds,
    appointedById: by.id,
    appointedAt,
    receipt: toReceiptCode(id),
  });
}

function isBehind(seats: readonly Membership[], { standIn, person, today }: Target & { readonly standIn: Person }) {
  return seats.some(
    ({ personId, substituteForId, toOn }) =>
      personId === standIn.id && substituteForId === person.id && (toOn === undefined || toOn >= today),
  );
}
