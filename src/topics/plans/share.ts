// Which activities is somebody asked about in one go, and what is that called?
import { dropCounty, type GroupId, type OrganisationId, type PersonId, SubjectId } from '../../ids.ts';
import type { ActivityDetails } from './activity.ts';

/** Who answers: a person who is responsible, else those whom the owner has in a group. */
export type Answerer =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'group'; readonly groupId: GroupId };

/** The part of a plan that one owner has the same people answer for. */
export interface Share<Kind extends ActivityDetails = ActivityDetails> {
  readonly id: SubjectId;
  readonly ownerId: OrganisationId;
  readonly answerer: Answerer;
  /** At least one, by id. */
  readonly activities: readonly Kind[];
}

/** What a platform shows in one form, each with everything that a red light asks for, all of it written at length. */
export const MOST_IN_FORM = 4;

/** Every activity is in one share. An owner with very many is asked in several goes. */
export function listShares<Kind extends ActivityDetails>(activities: readonly Kind[]): readonly Share<Kind>[] {
  const together = new Map<string, Kind[]>();
  for (const activity of activities) {
    const name = nameShare(activity);
    together.set(name, [...(together.get(name) ?? []), activity]);
  }
  return [...together]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => divide(own).map((some, at) => toShare(at === 0 ? name : `${name}/${at + 1}`, some)));
}

/** "blekinge/handlingsplan-2024/karlshamn/karlshamn-kontakt", "…/karlshamn+arbetsgrupp-sprak" where nobody is named. */
function nameShare({ planId, ownerId, responsibleId, groupId }: ActivityDetails): string {
  const answerer = responsibleId === undefined ? `+${dropCounty(groupId)}` : `/${dropCounty(responsibleId)}`;
  return `${planId}/${dropCounty(ownerId)}${answerer}`;
}

function divide<Kind extends ActivityDetails>(activities: readonly Kind[]): readonly (readonly Kind[])[] {
  const sorted = activities.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from({ length: Math.ceil(sorted.length / MOST_IN_FORM) }, (_, at) =>
    sorted.slice(at * MOST_IN_FORM, (at + 1) * MOST_IN_FORM),
  );
}

function toShare<Kind extends ActivityDetails>(id: string, activities: readonly Kind[]): Share<Kind> {
  const [first] = activities;
  if (!first) throw new TypeError(`A share without activities: ${id}`);
  const { ownerId, responsibleId, groupId } = first;
  const answerer: Answerer =
    responsibleId === undefined ? { kind: 'group', groupId } : { kind: 'person', personId: responsibleId };
  return { id: SubjectId.parse(id), ownerId, answerer, activities };
}

/** "blekinge/handlingsplan-2024+arbetsgrupp-sprak": how a plan goes, as one group follows it. */
export function toGroupSubject(planId: string, groupId: GroupId): SubjectId {
  return SubjectId.parse(`${planId}+${dropCounty(groupId)}`);
}

/** The plan that a subject of the topic is a part of. */
export function toPlanId(id: SubjectId): string {
  return /^[^/]+\/[^/+]+/.exec(id)?.[0] ?? id;
}
