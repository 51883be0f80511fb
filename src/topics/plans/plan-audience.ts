// Who is asked how activities go? Whoever is responsible for them, else those whom their owner has in the group.
import type { Member } from '../../directory/membership.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { fillSeats, listSubstitutes, type Seat } from '../../directory/seat.ts';
import type { GroupId, OrganisationId, PersonId } from '../../ids.ts';
import type { Recipient } from '../../topic.ts';
import type { Answerer } from './share.ts';

export interface PlanCircle {
  readonly answerer: Answerer;
  readonly ownerId: OrganisationId;
  /** The group on whose behalf it is asked. */
  readonly groupId: GroupId;
  readonly owner: Organisation | undefined;
  /** Everybody in that group on the day; in any group, where the responsible person is away. */
  readonly members: readonly Member[];
  readonly away: ReadonlySet<PersonId>;
}

/** The people are asked on behalf of the owner, which answers once. */
export function findPlanAudience(circle: PlanCircle): readonly Recipient[] {
  const { groupId, ownerId: organisationId, owner } = circle;
  const municipalityCode = owner?.municipalityCode;
  return findAnswerable(circle).map(
    (seat): Recipient => ({
      kind: 'person',
      isAsked: true,
      ...seat,
      groupId,
      organisationId,
      ...(municipalityCode && { municipalityCode }),
    }),
  );
}

type Answerable = Pick<Seat, 'personId' | 'insteadOfId'>;

function findAnswerable({ answerer, ownerId, groupId, members, away }: PlanCircle): readonly Answerable[] {
  const inGroup = members.filter((member) => member.groupId === groupId);
  if (answerer.kind === 'group') {
    const owners = new Set(
      inGroup.filter((one) => one.organisationId === ownerId && one.role !== 'substitute').map((one) => one.personId),
    );
    return fillSeats(
      inGroup.filter((one) => owners.has(one.substituteForId ?? one.personId)),
      away,
    );
  }
  const { personId: responsibleId } = answerer;
  if (!away.has(responsibleId)) return [{ personId: responsibleId }];
  const others = members.filter((member) => member.groupId !== groupId);
  const substitute = listSubstitutes([...inGroup, ...others], responsibleId).find(
    ({ personId }) => !away.has(personId),
  );
  return [substitute ? { personId: substitute.personId, insteadOfId: responsibleId } : { personId: responsibleId }];
}
