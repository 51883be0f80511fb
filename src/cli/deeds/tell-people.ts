// Tells who was in a group on a day.
import type { LocalDate } from '../../calendar/local-date.ts';
import type { CountyId } from '../../ids.ts';
import { describePeople } from '../describe-people.ts';
import { type Place, perform } from '../perform.ts';
import { peopleTask } from '../tasks/people-task.ts';

export interface PeopleOptions {
  readonly county: CountyId;
  readonly group: string;
  readonly on?: LocalDate;
  readonly json?: true;
}

export async function tellPeople(place: Place, { json, ...asked }: PeopleOptions): Promise<void> {
  const people = await perform(place, peopleTask, asked);
  console.log(json ? JSON.stringify(people) : describePeople(people));
}
