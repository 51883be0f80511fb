// The people of an appointment, by name, and the day it is seen from.
import type { LocalDate } from '../calendar/local-date.ts';
import { toLocal, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { Appointment } from '../directory/appointment.ts';
import { readCounty } from '../directory/county-store.ts';
import { findGroups } from '../directory/group-store.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { findPeople } from '../directory/person-store.ts';
import { NotFound } from '../errors.ts';
import type { OrganisationId, PersonId } from '../ids.ts';
import type { Message, Part } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import type { Prompt } from '../replies/prompt.ts';
import { formatDeadline } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

export interface Involved {
  readonly person: string;
  readonly standIn: string;
  readonly appointedBy: string;
  /** For which the one who steps in speaks. */
  readonly organisationId: OrganisationId;
  /** The groups in which the one who steps in has a seat by this appointment. */
  readonly groups: readonly string[];
  readonly today: LocalDate;
  readonly zone: ZoneName;
}

export async function readInvolved({ clock }: Road, db: Db, appointment: Appointment): Promise<Involved> {
  const { countyId, personId, standInId, appointedById } = appointment;
  const people = await findPeople(db, countyId, [personId, standInId, appointedById]);
  const nameOf = (id: PersonId) => people.find((one) => one.id === id)?.name ?? '';
  const steppingIn = people.find(({ id }) => id === standInId);
  if (!steppingIn) throw new NotFound(`There is nobody ${standInId} in ${countyId}.`);
  const seats = (await listMemberships(db, countyId, standInId)).filter(
    ({ appointmentId }) => appointmentId === appointment.id,
  );
  const groups = await findGroups(
    db,
    countyId,
    seats.map(({ groupId }) => groupId),
  );
  const { timeZone: zone } = await readCounty(db, countyId);
  return {
    person: nameOf(personId),
    standIn: steppingIn.name,
    organisationId: steppingIn.organisationId,
    appointedBy: nameOf(appointedById),
    groups: groups.map(({ name }) => name),
    today: toLocal(clock.now(), zone).date,
    zone,
  };
}

/** The questions, each with a button that opens it. */
export function showQuestions(
  questions: readonly Prompt[],
  { today, zone }: Pick<Involved, 'today' | 'zone'>,
  { language, title }: { readonly language: Language; readonly title: string },
): Pick<Message, 'buttons'> & { readonly parts: readonly Part[] } {
  if (questions.length === 0) return { parts: [], buttons: [] };
  const { question } = textsIn(language).appointments.told;
  const items = questions.map((prompt) =>
    question(prompt.title, formatDeadline(prompt.answerBy, zone, language, today)),
  );
  return {
    parts: [{ kind: 'list', title, items }],
    buttons: questions.map(({ id, title: label }) => ({ kind: 'fill', label, promptId: id })),
  };
}

/** A list, where there is anything in it. */
export function listPart(title: string, items: readonly string[]): readonly Part[] {
  return items.length > 0 ? [{ kind: 'list', title, items }] : [];
}
