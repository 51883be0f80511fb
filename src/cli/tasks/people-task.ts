// Task: tell who was in a group on a day.
import { z } from 'zod';
import { LocalDate } from '../../calendar/local-date.ts';
import { toLocal } from '../../calendar/zone.ts';
import { findCounty, listCounties } from '../../directory/county-store.ts';
import type { Group } from '../../directory/group.ts';
import { listGroups } from '../../directory/group-store.ts';
import { MemberRole } from '../../directory/membership.ts';
import { type RosterEntry, readRoster } from '../../directory/roster.ts';
import { InvalidInput } from '../../errors.ts';
import { CountyId } from '../../ids.ts';
import { suggest } from '../../text/nearest.ts';
import { type Desk, defineTask } from './task.ts';

const PeopleRequest = z.object({ county: CountyId, group: z.string(), on: LocalDate.optional() });
type PeopleRequest = z.infer<typeof PeopleRequest>;

const Seated = z
  .object({
    person: z.string(),
    name: z.string(),
    organisation: z.string(),
    role: MemberRole,
    from: LocalDate,
    to: LocalDate.exactOptional(),
    substituteFor: z.string().exactOptional(),
    isAway: z.boolean(),
  })
  .readonly();

const PeopleReply = z
  .object({
    county: z.string(),
    group: z.string(),
    name: z.string(),
    on: LocalDate,
    people: z.array(Seated).readonly(),
  })
  .readonly();
export type PeopleReply = z.infer<typeof PeopleReply>;

export const peopleTask = defineTask({
  name: 'people',
  needsDatabase: true,
  request: PeopleRequest,
  reply: PeopleReply,
  async run(desk, request) {
    const { group, today } = await findGroup(desk, request);
    const { countyId, id: groupId, name } = group;
    const on = request.on ?? today;
    const entries = await readRoster(desk.database.db, { countyId, groupId }, on);
    return { county: countyId, group: groupId, name, on, people: entries.map(toSeated) };
  },
});

function toSeated({ person, fromOn, toOn, ...rest }: RosterEntry): z.infer<typeof Seated> {
  return { ...rest, person: person.id, name: person.name, from: fromOn, ...(toOn && { to: toOn }) };
}

interface Found {
  readonly group: Group;
  /** In the county. */
  readonly today: LocalDate;
}

/** By id, with or without the county's before it, or by name. */
async function findGroup({ database, clock }: Desk, { county, group }: PeopleRequest): Promise<Found> {
  const found = await findCounty(database.db, county);
  if (!found) {
    const ids = (await listCounties(database.db)).map(({ id }) => id);
    throw new InvalidInput(
      `There is no county "${county}".${suggest(county, ids)} There are: ${ids.join(', ') || 'none yet'}.`,
    );
  }
  const groups = await listGroups(database.db, county);
  const wanted = group.toLowerCase();
  const meant = groups.find(({ id, name }) => [id, id.slice(county.length + 1), name.toLowerCase()].includes(wanted));
  if (meant) return { group: meant, today: toLocal(clock.now(), found.timeZone).date };
  const names = groups.flatMap(({ id, name }) => [id.slice(county.length + 1), name]);
  throw new InvalidInput(
    `There is no group "${group}" in ${county}.${suggest(group, names)} There are: ${names.filter((_, at) => at % 2 === 0).join(', ')}.`,
  );
}
