// Whom does a grant call tell, and whom does it ask? Only those who may apply.
import type { County } from '../../directory/county.ts';
import type { Group } from '../../directory/group.ts';
import type { Member } from '../../directory/membership.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { fillSeats } from '../../directory/seat.ts';
import type { OrganisationId, PersonId } from '../../ids.ts';
import type { Recipient } from '../../topic.ts';
import { type Call, mayApply } from './call.ts';

export interface CallCircle {
  readonly call: Call;
  readonly county: County;
  readonly organisations: readonly Organisation[];
  /** The call's groups. */
  readonly groups: readonly Group[];
  /** Everybody in any group of the county on the day. */
  readonly members: readonly Member[];
  readonly away: ReadonlySet<PersonId>;
  readonly isAsking: boolean;
  /** Those who have said that they do not apply: they are left in peace. */
  readonly declined: ReadonlySet<OrganisationId>;
}

/**
 * A group of the call is told if everyone in it may apply, but for the county board, which grants the money. Of people,
 * those who sit in some group of the county for an organisation that may apply, each once.
 */
export function findCallAudience(circle: CallCircle): readonly Recipient[] {
  const eligible = new Map(
    circle.organisations
      .filter((one) => mayApply(circle.call, one))
      .map((organisation) => [organisation.id, organisation]),
  );
  const told = circle.groups.filter((group) => isTold(group, circle, eligible)).map(({ id }) => id);
  const members = findSpokesmen(circle.members, eligible).toSorted(
    (a, b) => Number(told.includes(b.groupId)) - Number(told.includes(a.groupId)),
  );
  const seats = fillSeats(members, circle.away).filter(({ organisationId }) => !circle.declined.has(organisationId));
  const people = seats.map((seat): Recipient => {
    const municipalityCode = eligible.get(seat.organisationId)?.municipalityCode;
    return { kind: 'person', ...seat, isAsked: circle.isAsking, ...(municipalityCode && { municipalityCode }) };
  });
  return [...told.map((groupId): Recipient => ({ kind: 'group', groupId })), ...people];
}

type Eligible = ReadonlyMap<OrganisationId, Organisation>;

function isTold(group: Group, { county, members }: CallCircle, eligible: Eligible): boolean {
  const present = members.filter(({ groupId }) => groupId === group.id).map(({ organisationId }) => organisationId);
  const others = [...group.organisationIds, ...present].filter((id) => id !== county.boardId);
  return others.length > 0 && others.every((id) => eligible.has(id));
}

/** Members for an organisation that may apply; of substitutes, those of the same organisation as whom they stand behind. */
function findSpokesmen(members: readonly Member[], eligible: Eligible): readonly Member[] {
  const organisationOf = new Map(members.map(({ personId, organisationId }) => [personId, organisationId]));
  return members.filter(
    ({ organisationId, substituteForId }) =>
      eligible.has(organisationId) &&
      (substituteForId === undefined || organisationOf.get(substituteForId) === organisationId),
  );
}
