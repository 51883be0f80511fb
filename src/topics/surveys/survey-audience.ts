// Whom does a survey ask? Those in the seats of its groups, and whoever sits in any group for one of its kinds.
import type { Member } from '../../directory/membership.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { fillSeats } from '../../directory/seat.ts';
import type { PersonId } from '../../ids.ts';
import type { Recipient } from '../../topic.ts';
import type { Survey } from './survey.ts';

export interface SurveyCircle {
  readonly survey: Survey;
  readonly organisations: readonly Organisation[];
  /** Everybody in any group of the county on the day. */
  readonly members: readonly Member[];
  readonly away: ReadonlySet<PersonId>;
}

/** Its groups are told, the people asked; each once, in a seat of one of its groups where they have one. */
export function findSurveyAudience({ survey, organisations, members, away }: SurveyCircle): readonly Recipient[] {
  const { groupIds, organisationKinds } = survey;
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const isOfKind = ({ organisationId }: Member) => {
    const kind = byId.get(organisationId)?.kind;
    return kind !== undefined && organisationKinds.includes(kind);
  };
  const isInGroup = ({ groupId }: Member) => groupIds.includes(groupId);
  const picked = new Set(
    members.filter((one) => one.role !== 'substitute' && (isInGroup(one) || isOfKind(one))).map((one) => one.personId),
  );
  const wanted = members
    .filter(({ personId, substituteForId }) => picked.has(substituteForId ?? personId))
    .toSorted((a, b) => Number(isInGroup(b)) - Number(isInGroup(a)));
  const people = fillSeats(wanted, away).map((seat): Recipient => {
    const municipalityCode = byId.get(seat.organisationId)?.municipalityCode;
    return { kind: 'person', ...seat, isAsked: true, ...(municipalityCode && { municipalityCode }) };
  });
  return [...groupIds.map((groupId): Recipient => ({ kind: 'group', groupId })), ...people];
}
