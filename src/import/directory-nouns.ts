// Who is who in a county file, as the directory knows it.

import { Contact } from '../directory/contact.ts';
import { KnownConversation } from '../directory/conversation.ts';
import { County } from '../directory/county.ts';
import { Group } from '../directory/group.ts';
import { Membership } from '../directory/membership.ts';
import { Organisation } from '../directory/organisation.ts';
import { Person } from '../directory/person.ts';
import { ConversationId } from '../ids.ts';
import type { GroupEntry } from './county-directory.ts';
import type { CountyFile } from './county-file.ts';
import { dropGaps, type Having, type OfCounty, toId, toIdIfAny, toIds, toProvenance } from './county-ids.ts';

export function toCounty(file: CountyFile, yearsMoved: number): County {
  const { county, ladders, matters, followUp } = file;
  const { board, example, ...rest } = county;
  return County.parse({
    ...rest,
    boardId: toId(file, board),
    yearsMoved,
    isExample: example,
    ladders: { ...ladders, plan: dropGaps(ladders.plan) },
    matters,
    followUp: dropGaps({
      ...followUp,
      coordinatedBy: toIdIfAny(file, followUp.coordinatedBy),
      questions: followUp.questions.map((question) => ({ ...question, askedOf: toIds(file, question.askedOf) })),
    }),
  });
}

export function toOrganisations(file: Having<'organisations'>): readonly Organisation[] {
  return file.organisations.map(({ id, municipality, partner, responsibleFor, ...rest }) =>
    Organisation.parse(
      dropGaps({
        ...rest,
        ...own(file),
        id: toId(file, id),
        municipalityCode: municipality,
        isPartner: partner,
        responsibilities: responsibleFor,
        provenance: toProvenance(rest),
      }),
    ),
  );
}

export function toPeople(file: Having<'people'>): readonly Person[] {
  return file.people.map(({ id, organisation, ...rest }) =>
    Person.parse(
      dropGaps({
        ...rest,
        ...own(file),
        id: toId(file, id),
        organisationId: toId(file, organisation),
        provenance: toProvenance(rest),
      }),
    ),
  );
}

export function toGroups(file: CountyFile): readonly Group[] {
  return file.groups.map((group) =>
    Group.parse(
      dropGaps({
        ...own(file),
        id: toId(file, group.id),
        name: group.name,
        kind: group.kind,
        formedById: toIdIfAny(file, group.formedBy),
        convenerId: toIdIfAny(file, group.convener),
        reportsToId: toIdIfAny(file, group.reportsTo),
        mayForm: group.mayForm,
        isPermanent: group.permanent,
        quota: group.meetings,
        tasks: group.tasks,
        organisationIds: toIds(file, group.organisations),
        provenance: toProvenance(group),
        isExample: group.example === true,
      }),
    ),
  );
}

/** A seat keeps its id as long as its group, person, role and first day stay what they are. */
export function toMemberships(
  file: OfCounty & { readonly groups: readonly Pick<GroupEntry, 'id' | 'members'>[] },
): readonly Membership[] {
  return file.groups.flatMap(({ id: group, members }) =>
    members.map(({ person, role, substituteFor, from, to }) =>
      Membership.parse(
        dropGaps({
          ...own(file),
          id: `${toId(file, group)}/${person}/${role}/${from}`,
          groupId: toId(file, group),
          personId: toId(file, person),
          role,
          substituteForId: toIdIfAny(file, substituteFor),
          fromOn: from,
          toOn: to,
        }),
      ),
    ),
  );
}

export function toContacts(file: Having<'contacts'>): readonly Contact[] {
  return file.contacts.map(({ id, organisation, person, municipalities, ...rest }) =>
    Contact.parse(
      dropGaps({
        ...rest,
        ...own(file),
        id: toId(file, id),
        organisationId: toId(file, organisation),
        personId: toIdIfAny(file, person),
        municipalityCodes: municipalities,
        provenance: toProvenance(rest),
      }),
    ),
  );
}

/** Everybody has a place in the web room: each group a channel, each person a box of their own. */
export function toRoomConversations(
  file: Having<'people'> & { readonly groups: readonly Pick<GroupEntry, 'id' | 'name'>[] },
): readonly KnownConversation[] {
  const room = { ...own(file), platform: 'room', address: {} };
  return [
    ...file.groups.map(({ id, name }) => ({
      ...room,
      id: toRoomId(toId(file, id)),
      kind: 'channel',
      name,
      groupId: toId(file, id),
    })),
    ...file.people.map(({ id, name }) => ({
      ...room,
      id: toRoomId(toId(file, id)),
      kind: 'personal',
      name,
      personId: toId(file, id),
    })),
  ].map((conversation) => KnownConversation.parse(conversation));
}

function toRoomId(ownerId: string): ConversationId {
  return ConversationId.parse(`room/${ownerId}`);
}

function own({ county }: OfCounty) {
  return { countyId: county.id };
}
