// Task: write a link that lets one person into the web room.
import { z } from 'zod';
import type { Db } from '../../database/open.ts';
import { findCounty, listCounties } from '../../directory/county-store.ts';
import { hasLeft, type Person } from '../../directory/person.ts';
import { listPeople } from '../../directory/person-store.ts';
import { InvalidInput } from '../../errors.ts';
import { CountyId } from '../../ids.ts';
import { writeRoomLink } from '../../main.ts';
import { suggest } from '../../text/nearest.ts';
import { defineTask } from './task.ts';

const LinkRequest = z.object({ county: CountyId, person: z.string(), days: z.int().positive() });
type LinkRequest = z.infer<typeof LinkRequest>;

const DAY_MS = 24 * 60 * 60 * 1000;

export const linkTask = defineTask({
  name: 'link',
  needsDatabase: true,
  request: LinkRequest,
  reply: z.object({ url: z.string(), person: z.string(), until: z.iso.datetime() }),
  async run({ database, clock, publicUrl, findSecret }, request) {
    const { id, name } = await findPerson(database.db, request);
    const until = new Date(clock.now().getTime() + request.days * DAY_MS);
    const url = writeRoomLink({ secret: await findSecret(), publicUrl }, { personId: id, until });
    return { url, person: name, until: until.toISOString() };
  },
});

/** By id, with or without the county's before it, or by address. */
async function findPerson(db: Db, { county, person }: LinkRequest): Promise<Person> {
  if (!(await findCounty(db, county))) throw refuseCounty(county, await listCounties(db));
  const people = (await listPeople(db, county)).filter((one) => !hasLeft(one));
  const wanted = person.toLowerCase();
  const found = people.find(({ id, email }) =>
    [id, `${id.slice(county.length + 1)}`, email.toLowerCase()].includes(wanted),
  );
  if (found) return found;
  const names = people.flatMap(({ id, email }) => [id.slice(county.length + 1), email]);
  throw new InvalidInput(
    `There is nobody called "${person}" in ${county}.${suggest(person, names)} ` +
      "Name the person's id in the county file, or their e-mail address.",
  );
}

function refuseCounty(county: CountyId, counties: readonly { readonly id: CountyId }[]): InvalidInput {
  const ids = counties.map(({ id }) => id);
  const known = ids.length > 0 ? `There are: ${ids.join(', ')}.` : 'There is none yet: import one first.';
  return new InvalidInput(`There is no county "${county}".${suggest(county, ids)} ${known}`);
}
