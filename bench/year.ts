// How soon is the year shown, where a county has twelve groups and four hundred reminders?
import express from 'express';
import { addDays, LocalDate } from '../src/calendar/local-date.ts';
import { wallClock } from '../src/clock.ts';
import { createDrainQueue } from '../src/database/drain-queue.ts';
import type { Database } from '../src/database/open.ts';
import { Group } from '../src/directory/group.ts';
import { Membership } from '../src/directory/membership.ts';
import { addSignInLink } from '../src/directory/sign-in-store.ts';
import { type CountyId, PersonId } from '../src/ids.ts';
import { silentLog } from '../src/log.ts';
import { createTopics, openHouse } from '../src/main.ts';
import { planSubject } from '../src/reminders/plan-ahead.ts';
import type { Topic } from '../src/topic.ts';
import { MeetingDetails } from '../src/topics/meetings/meeting.ts';
import { saveMeetings } from '../src/topics/meetings/meeting-store.ts';
import { createDesk } from '../src/web/desk/desk-door.ts';
import { buildCounty, settle } from '../test/directory/build-county.ts';
import { listenLater } from '../test/fake/listen-later.ts';
import { createVisitor } from '../test/platforms/room/visitor.ts';

const GROUPS = 12;
const OCCURRENCES = 400;
const LOOKS = 60;
const YEAR = new Date().getUTCFullYear() + 1;
const SECRET = 'a secret of at least thirty-two characters';

/** @returns milliseconds for each look through the real door, sorted */
export async function measureYear(database: Database): Promise<readonly number[]> {
  const { db } = database;
  const topics = createTopics();
  const road = { database, queue: createDrainQueue(), clock: wallClock, log: silentLog, topics };
  const countyId = await settleYear(database, topics.meeting);
  const { handle } = await openHouse(road, [], () => 0);
  const deps = { road, handle, secret: SECRET, isLocal: false, hasMail: false };
  const server = await listenLater(() => express().use('/desk', createDesk({ ...deps, publicUrl: server.url })));
  server.open();
  const visitor = createVisitor(server.url);
  const personId = PersonId.parse(`${countyId}/samordnare`);
  await visitor.post(`/desk/in/${await addSignInLink(db, { countyId, personId }, new Date())}`, {});
  const took: number[] = [];
  for (let n = 0; n < LOOKS + 10; n++) {
    const startedAt = performance.now();
    const { html } = await visitor.get(`/desk/year?year=${YEAR}`);
    if (n >= 10) took.push(performance.now() - startedAt);
    if (!html.includes('class="months"')) throw new Error('The year was not shown.');
  }
  await server.close();
  return took.sort((a, b) => a - b);
}

/** Groups that share all their people, and ten meetings of each with their reminders. */
async function settleYear(database: Database, topic: Topic): Promise<CountyId> {
  const { db } = database;
  const built = buildCounty();
  const { county, groups, people } = built;
  const [first] = groups;
  const more = Array.from({ length: GROUPS - groups.length }, (_, n) =>
    Group.parse({ ...first, id: `${county.id}/grupp-${n}`, name: `Arbetsgrupp ${n}` }),
  );
  const seats = more.flatMap(({ id: groupId }) =>
    people.map(({ id: personId }) =>
      Membership.parse({
        ...{ id: `${groupId}/${personId}`, countyId: county.id, groupId, personId },
        ...{ role: 'member', fromOn: '2020-01-01' },
      }),
    ),
  );
  await settle(db, { ...built, groups: [...groups, ...more], memberships: [...built.memberships, ...seats] });
  const meetings = Array.from({ length: MEETINGS }, (_, n) => toMeeting(n, [...groups, ...more][n % GROUPS]));
  const now = new Date();
  await saveMeetings(db, { countyId: county.id, now }, meetings);
  for (const meeting of meetings) await database.transaction((tx) => planSubject(tx, topic, meeting, now));
  const planned = await db.occurrence.count({ where: { countyId: county.id } });
  if (planned < OCCURRENCES) throw new Error(`Only ${planned} reminders are planned.`);
  return county.id;
}

const MEETINGS = 120;

/** Two on each of the days, so that many collide. */
function toMeeting(n: number, group: Group | undefined): MeetingDetails {
  const day = addDays(LocalDate.parse(`${YEAR}-01-12`), Math.floor(n / 2) * 5);
  return MeetingDetails.parse({
    ...{ id: `${group?.countyId}/mote-${n}`, countyId: group?.countyId, groupId: group?.id, heldOn: day },
    ...{ startsAt: '09:00', endsAt: '11:00', agenda: ['Inledning', 'Avslutning'], isExample: false },
  });
}
