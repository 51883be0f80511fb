// How a thing that the database knows would be written in a county's file: the way back from the nouns.

import type { Contact } from '../../directory/contact.ts';
import type { Figure } from '../../directory/figure.ts';
import type { Group } from '../../directory/group.ts';
import type { Membership } from '../../directory/membership.ts';
import type { Organisation } from '../../directory/organisation.ts';
import type { Person } from '../../directory/person.ts';
import type { Provenance } from '../../directory/provenance.ts';
import type { Call } from '../../topics/calls/call.ts';
import type { Meeting } from '../../topics/meetings/meeting.ts';
import type { Activity } from '../../topics/plans/activity.ts';
import { dropGaps } from '../county-ids.ts';
import type { Entry } from './known-county.ts';

interface Owned {
  readonly id: string;
  readonly countyId: string;
  readonly provenance?: Provenance;
}

export function fromOrganisation(organisation: Organisation): Entry {
  const { name, kind, municipalityCode, isPartner, offers, responsibilities } = organisation;
  return write(organisation, {
    ...{ name, kind, municipality: municipalityCode, partner: isPartner },
    ...{ offers, responsibleFor: responsibilities },
  });
}

export function fromPerson(person: Person): Entry {
  const { name, title, email, organisationId, roles, language } = person;
  return write(person, { name, title, email, organisation: toSlug(person, organisationId), roles, language });
}

export function fromContact(contact: Contact): Entry {
  const { title, organisationId, personId, phone, email, municipalityCodes, matters, confirmedOn } = contact;
  return write(contact, {
    ...{ title, organisation: toSlug(contact, organisationId), person: toSlug(contact, personId), phone, email },
    ...{ municipalities: municipalityCodes, matters, confirmedOn },
  });
}

/** Without an id: municipality, year, measure and name are one. */
export function fromFigure({ municipalityCode, year, measure, name, value, source, observedOn }: Figure): Entry {
  return dropGaps({ municipality: municipalityCode, year, measure, name, value, source, observedOn });
}

/** As others refer to it, and what its seats are checked against. */
export function fromGroup(group: Group): Entry {
  const { name, kind, organisationIds } = group;
  return write(group, { name, kind, organisations: organisationIds.map((id) => toSlug(group, id)) });
}

/** Without an id: group, person, role and first day are one. */
export function fromMembership(seat: Membership): Entry {
  const { id: _, ...entry } = write(seat, {
    ...{ group: toSlug(seat, seat.groupId), person: toSlug(seat, seat.personId), role: seat.role },
    ...{ substituteFor: toSlug(seat, seat.substituteForId), from: seat.fromOn, to: seat.toOn },
  });
  return entry;
}

export function fromCall(call: Call): Entry {
  const { title, round, opensOn, closesOn, closesAt, purpose, budget, link, dnr } = call;
  return write(call, {
    ...{ instrument: toSlug(call, call.instrumentId), title, round, opensOn, closesOn, closesAt },
    eligible: { kinds: call.eligibleKinds, municipalities: call.municipalityCodes },
    ...{ purpose, budget, link, contact: toSlug(call, call.contactId), dnr },
    groups: call.groupIds.map((id) => toSlug(call, id)),
  });
}

export function fromMeeting(meeting: Meeting): Entry {
  const { title, heldOn, startsAt, endsAt, place, link, agenda, answerBy, minutesOn, minutesLink } = meeting;
  return write(meeting, {
    ...{ group: toSlug(meeting, meeting.groupId), title, date: heldOn, from: startsAt, to: endsAt },
    ...{ place, link, agenda, answerBy, minutesOn, minutesLink },
  });
}

export function fromActivity(activity: Activity): Entry {
  const { title, fromOn, toOn, indicator, targetGroup } = activity;
  return write(activity, {
    ...{ plan: toSlug(activity, activity.planId), title, goal: toSlug(activity, activity.goalId) },
    ...{ owner: toSlug(activity, activity.ownerId), responsible: toSlug(activity, activity.responsibleId) },
    ...{ group: toSlug(activity, activity.groupId), from: fromOn, to: toOn, indicator, targetGroup },
  });
}

/** What is only referred to: its id, and the name, text or year that people know it by. */
export function fromNamed(
  one: Owned & { readonly name?: string; readonly text?: string; readonly year?: number },
): Entry {
  const { name, text, year } = one;
  return write(one, { name, text, year });
}

/** The county keeps its matters as its file has them. */
export function fromMatter(matter: unknown): Entry {
  return typeof matter === 'object' && matter !== null ? { ...matter } : {};
}

function write(owned: Owned, fields: Entry): Entry {
  return dropGaps({ id: toSlug(owned, owned.id), ...fields, ...owned.provenance });
}

function toSlug({ countyId }: Pick<Owned, 'countyId'>, id: string | undefined): string | undefined {
  return id?.slice(countyId.length + 1);
}
