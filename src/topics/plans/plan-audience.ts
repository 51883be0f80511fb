// Who is asked how an activity goes? Whoever is responsible for it, else those whom its owner has in its group.
import type { Member } from '../../directory/membership.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { fillSeats, listSubstitutes, type Seat } from '../../directory/seat.ts';
import type { PersonId } from '../../ids.ts';
import type { Recipient } from '../../topic.ts';
import type { ActivityDetails } from './activity.ts';

export interface PlanCircle {
  readonly activity: ActivityDetails;
  readonly owner: Organisation | undefined;
  /** Everybody in the activity's group on the day; in any group, where the responsible person is away. */
  readonly members: readonly Member[];
  readonly away: ReadonlySet<PersonId>;
}

/** The activity's group is told; the people are asked on behalf of the owner, which answers once. */
export function findPlanAudience(circle: PlanCircle): readonly Recipient[] {
  const { groupId, ownerId: organisationId } = circle.activity;
  const municipalityCode = circle.owner?.municipalityCode;
  const people = findAnswerable(circle).map(
    (seat): Recipient => ({
      kind: 'person',
      isAsked: true,
      ...seat,
      groupId,
      organisationId,
      ...(municipalityCode && { municipalityCode }),
    }),
  );
  return [{ kind: 'group', groupId }, ...people];
}

type Answerable = Pick<Seat, 'personId' | 'insteadOfId'>;

function findAnswerable({ activity, members, away }: PlanCircle): readonly Answerable[] {
  const { responsibleId, groupId, ownerId } = activity;
  const inGroup = members.filter((member) => member.groupId === groupId);
  if (responsibleId === undefined) {
    const owners = new Set(
      inGroup.filter((one) => one.organisationId === ownerId && one.role !== 'substitute').map((one) => one.personId),
    );
    return fillSeats(
      inGroup.filter((one) => owners.has(one.substituteForId ?? one.personId)),
      away,
    );
  }
  if (!away.has(responsibleId)) return [{ personId: responsibleId }];
  const others = members.filter((member) => member.groupId !== groupId);
  const substitute = listSubstitutes([...inGroup, ...others], responsibleId).find(
    ({ personId }) => !away.has(personId),
  );
  return [substitute ? { personId: substitute.personId, insteadOfId: responsibleId } : { personId: responsibleId }];
}
