// Task: write a link that lets one person into the web room.
import { z } from 'zod';
import { CountyId } from '../../ids.ts';
import { findPerson } from './find-person.ts';
import { defineTask } from './task.ts';

const LinkRequest = z.object({ county: CountyId, person: z.string(), days: z.int().positive() });

const DAY_MS = 24 * 60 * 60 * 1000;

export const linkTask = defineTask({
  name: 'link',
  needsDatabase: true,
  request: LinkRequest,
  reply: z.object({ url: z.string(), person: z.string(), until: z.iso.datetime() }),
  async run({ database, clock, publicUrl, findSecret }, request) {
    const { writeRoomLink } = await import('../../main.ts');
    const { id, name } = await findPerson(database.db, request);
    const until = new Date(clock.now().getTime() + request.days * DAY_MS);
    const url = writeRoomLink({ secret: await findSecret(), publicUrl }, { personId: id, until });
    return { url, person: name, until: until.toISOString() };
  },
});
