// The letter with a personal link: written when its turn comes, so that no link lies in the queue.
import { z } from 'zod';
import type { Instant } from '../../../calendar/zone.ts';
import { toSignInUrl } from '../../../chat/sign-in.ts';
import type { Clock } from '../../../clock.ts';
import type { Database } from '../../../database/open.ts';
import { readCounty } from '../../../directory/county-store.ts';
import { hasLeft } from '../../../directory/person.ts';
import { findPeople } from '../../../directory/person-store.ts';
import { addSignInLink, type Holder, LINK_MINUTES } from '../../../directory/sign-in-store.ts';
import { CountyId, PersonId } from '../../../ids.ts';
import type { Log } from '../../../log.ts';
import type { Postbox } from '../../../mail.ts';
import type { Site } from '../../../reminders/road.ts';
import { textsIn } from '../../../text/texts.ts';

export const SIGN_IN_QUEUE = 'sign-in';

const SignInJob = z.object({
  people: z.array(z.object({ countyId: CountyId, personId: PersonId })),
  askedAt: z.iso.datetime(),
});

export interface LetterRoom {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly postbox: Postbox;
  readonly site: Pick<Site, 'deskUrl'>;
}

/** A job that is done twice, after a crash, sends two letters: each has a link of its own, and both are right. */
export async function sendSignInLetters(room: LetterRoom, jobs: readonly unknown[]): Promise<void> {
  for (const { people, askedAt } of jobs.map((one) => SignInJob.parse(one))) {
    // Whoever asked so long ago has asked again, or gone.
    if (isOver(new Date(askedAt), room.clock.now())) continue;
    for (const holder of people) await sendLetter(room, holder);
  }
}

function isOver(askedAt: Instant, now: Instant): boolean {
  return now.getTime() - askedAt.getTime() > LINK_MINUTES * 60_000;
}

async function sendLetter({ database, clock, log, postbox, site }: LetterRoom, holder: Holder): Promise<void> {
  const { db } = database;
  const [person] = await findPeople(db, holder.countyId, [holder.personId]);
  if (!person || hasLeft(person)) return;
  const county = await readCounty(db, person.countyId);
  const url = toSignInUrl(site, await addSignInLink(db, holder, clock.now()));
  const { letter } = textsIn(person.language).signIn;
  const text = letter.text(county.name, url, LINK_MINUTES);
  const mailed = await postbox.post({ to: person.email, subject: letter.subject(county.name), text });
  if (mailed === 'refused') log.warn('sign-in.letter-refused', undefined, { person: person.id });
}
