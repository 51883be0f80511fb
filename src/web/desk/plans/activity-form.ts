// What is filled in about an activity of a plan, how it is read, and what may be wrong with it as a whole.
import { createHash } from 'node:crypto';
import { listGroups } from '../../../directory/group-store.ts';
import { listOrganisations } from '../../../directory/organisation-store.ts';
import { hasLeft } from '../../../directory/person.ts';
import { listPeople } from '../../../directory/person-store.ts';
import type { SubjectId } from '../../../ids.ts';
import type { Answers, Field, FieldFault, Form } from '../../../message/form.ts';
import { compareText } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import { textsIn } from '../../../text/texts.ts';
import { ActivityDetails } from '../../../topics/plans/activity.ts';
import type { Plan } from '../../../topics/plans/plan.ts';
import { listAreas, listGoals } from '../../../topics/plans/strategy-store.ts';
import type { Visit } from '../visit.ts';

type Option = { readonly value: string; readonly label: string };

/** @param before where there is one: whoever is responsible for it stays a choice, although they have left */
export async function createActivityForm(
  { setting, visitor }: Visit,
  before?: Pick<ActivityDetails, 'responsibleId'>,
): Promise<Form> {
  const { db } = setting.road.database;
  const { county, language } = visitor;
  const texts = textsIn(language).deskYear.activity;
  const areas = await listAreas(db, county.id);
  const goals = (await listGoals(db, county.id)).map(({ id, text, areaId }) => {
    const area = areas.find((one) => one.id === areaId)?.name;
    return { value: id, label: area === undefined ? text : `${area}: ${text}` };
  });
  const owners = (await listOrganisations(db, county.id)).map(({ id, name }) => ({ value: id, label: name }));
  const groups = (await listGroups(db, county.id)).map(({ id, name }) => ({ value: id, label: name }));
  const people = (await listPeople(db, county.id))
    .filter((person) => !hasLeft(person) || person.id === before?.responsibleId)
    .map(({ id, name }) => ({ value: id, label: name }));
  const line = { kind: 'text', isLong: false, maxLength: 300 } as const;
  return {
    fields: [
      { ...line, key: 'title', label: texts.name, noun: texts.nameNoun, required: true },
      { kind: 'choice', key: 'goal', label: texts.goal, required: true, options: goals },
      { kind: 'choice', key: 'owner', label: texts.owner, required: true, options: sort(owners, language) },
      {
        ...{ kind: 'person', key: 'responsible', label: texts.responsible, help: texts.responsibleHelp },
        ...{ required: false, options: sort(people, language) },
      },
      { kind: 'choice', key: 'group', label: texts.group, required: true, options: sort(groups, language) },
      { kind: 'date', key: 'fromOn', label: texts.fromOn, required: true },
      { kind: 'date', key: 'toOn', label: texts.toOn, required: true },
      { ...line, key: 'indicator', label: texts.indicator, required: false },
      { ...line, key: 'targetGroup', label: texts.targetGroup, required: false },
    ] satisfies readonly Field[],
  };
}

function sort(options: readonly Option[], language: Language): readonly Option[] {
  return options.toSorted((a, b) => compareText(a.label, b.label, language));
}

export function toAnswers(activity: ActivityDetails): Answers {
  const { title, goalId, ownerId, responsibleId, groupId, fromOn, toOn, indicator, targetGroup } = activity;
  return {
    ...{ title, goal: goalId, owner: ownerId, group: groupId, fromOn, toOn },
    ...(responsibleId !== undefined && { responsible: responsibleId }),
    ...(indicator !== undefined && { indicator }),
    ...(targetGroup !== undefined && { targetGroup }),
  };
}

/** @param before of one that is changed: what the form does not ask about stays */
export function toActivity(
  answers: Answers,
  { plan, id, before }: { readonly plan: Plan; readonly id: SubjectId; readonly before?: ActivityDetails | undefined },
): ActivityDetails {
  const { title, goal, owner, responsible, group, fromOn, toOn, indicator, targetGroup } = answers;
  return ActivityDetails.parse({
    ...{ id, countyId: plan.countyId, planId: plan.id, title, goalId: goal, ownerId: owner, groupId: group },
    ...{ fromOn, toOn },
    ...(responsible !== undefined && { responsibleId: responsible }),
    ...(indicator !== undefined && { indicator }),
    ...(targetGroup !== undefined && { targetGroup }),
    ...(before?.carriedFromId && { carriedFromId: before.carriedFromId }),
    ...(before?.provenance && { provenance: before.provenance }),
  });
}

/** It begins before it ends, and runs on a day of the plan's year. */
export function findDayFaults({ fromOn, toOn }: Answers, { year }: Plan, language: Language): readonly FieldFault[] {
  const texts = textsIn(language).deskYear.activity;
  if (typeof fromOn !== 'string' || typeof toOn !== 'string') return [];
  if (toOn < fromOn) return [{ field: 'toOn', message: texts.endsFirst }];
  if (fromOn > `${year}-12-31`) return [{ field: 'fromOn', message: texts.outside(year) }];
  if (toOn < `${year}-01-01`) return [{ field: 'toOn', message: texts.outside(year) }];
  return [];
}

/** Says whether it is still what somebody saw when they opened the page. */
export function toMark(activity: ActivityDetails): string {
  const answers = Object.entries(toAnswers(activity)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(answers)).digest('hex').slice(0, 16);
}
