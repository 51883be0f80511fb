// Plays the days of some counties through the real road, on a clock of its own and a database that is thrown away.
import { addDays, LocalTime } from '../calendar/local-date.ts';
import { type Instant, toInstant, type ZoneName } from '../calendar/zone.ts';
import { type Clock, createMovableClock } from '../clock.ts';
import { createDrainQueue } from '../database/drain-queue.ts';
import { type Database, openDatabase } from '../database/open.ts';
import { listCounties } from '../directory/county-store.ts';
import { CountyId } from '../ids.ts';
import { applyCounty } from '../import/apply-county.ts';
import type { Log } from '../log.ts';
import { createTopics, openHouse } from '../main.ts';
import type { Platform } from '../platform.ts';
import { createRoom } from '../platforms/room/room.ts';
import { planSubject } from '../reminders/plan-ahead.ts';
import type { Topics } from '../topic.ts';
import { createPeople } from '../web/people.ts';
import { createDraw } from './draw.ts';
import { createJournal, type Line } from './journal.ts';
import { playUntil, type Stage } from './play.ts';
import { createScribe } from './scribe.ts';
import { readOwners } from './simulation-store.ts';
import type { Fitted, Window } from './window.ts';

export interface Simulation {
  /** At least one. */
  readonly counties: readonly Fitted[];
  readonly window: Window;
  /** The share of members who answer, from 0 to 1. */
  readonly rate: number;
  /** The same seed gives the same lines. */
  readonly seed: number;
  /** Where the database is to stay; without it nothing does. */
  readonly keepIn?: string | undefined;
  /** An open one with empty tables, to be played in and left open. */
  readonly database?: Database | undefined;
  /** See DatabaseOptions; of no use with `keepIn`. */
  readonly template?: Blob | undefined;
  readonly log: Log;
}

/** Everything that happens, in order. The counties are imported when their first day begins. */
export async function* simulate(simulation: Simulation): AsyncGenerator<Line> {
  const { window } = simulation;
  const database = simulation.database ?? (await openOwn(simulation));
  try {
    const stage = await setStage(simulation, database);
    const ends = simulation.counties.map(({ file }) => toMidnight(addDays(window.to, 1), file.county.timeZone));
    for await (const line of playUntil(stage, new Date(Math.max(...ends.map(Number))))) {
      if (isInside(line, window)) yield line;
    }
  } finally {
    if (!simulation.database) await database.close();
  }
}

function openOwn({ keepIn: dataDir, template, log }: Simulation): Promise<Database> {
  return openDatabase(dataDir === undefined ? { inMemory: true, template, log } : { dataDir, log });
}

async function setStage(simulation: Simulation, database: Database): Promise<Stage> {
  const { counties, window, rate, seed, log } = simulation;
  const zones = new Map(counties.map(({ file: { county } }) => [CountyId.parse(county.id), county.timeZone]));
  const zoneOf = (county: CountyId) => zones.get(county) ?? neverHeardOf(county);
  const starting = counties
    .map((county) => ({ ...county, startsAt: toMidnight(window.from, county.file.county.timeZone) }))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const clock = createMovableClock(starting[0]?.startsAt ?? new Date(0));
  const queue = createDrainQueue();
  const topics = createTopics();
  for (const { file, yearsMoved, startsAt } of starting) {
    clock.moveTo(startsAt);
    await database.transaction((tx) => applyCounty(tx, { file, topics, yearsMoved, now: clock.now() }));
  }
  await planRecurring(database, topics, window);
  const scribe = createScribe(createUnseenRoom(database, clock, log));
  return {
    house: await openHouse({ database, queue, clock, log, topics }, [scribe.platform], () => 0),
    clock,
    queue,
    scribe,
    journal: createJournal({ db: database.db, now: clock.now, zoneOf }),
    habits: { rate, draw: createDraw(seed) },
    owners: await readOwners(database.db),
    zoneOf,
  };
}

/** What recurs is planned when the road looks ahead, which it does not do here: no file has a row of it. */
async function planRecurring(
  database: Database,
  { contact, followup, watch }: Topics,
  { from, to }: Window,
): Promise<void> {
  const counties = await listCounties(database.db);
  for (const { id, timeZone } of counties) {
    const days = { from: toMidnight(from, timeZone), to: toMidnight(addDays(to, 1), timeZone) };
    for (const topic of [contact, followup, watch]) {
      const coming = (await topic.upcoming(database.db, days)).filter(({ countyId }) => countyId === id);
      await database.transaction(async (tx) => {
        for (const subject of coming) await planSubject(tx, topic, subject, days.from);
      });
    }
  }
}

/** The web room, of which nobody opens a page: people are reached and answer without one. */
function createUnseenRoom({ db }: Database, clock: Clock, log: Log): Platform {
  const secret = 'Nothing that is signed leaves a simulation.';
  const people = createPeople(db, clock);
  return createRoom({ db, clock, log, people, secret, publicUrl: 'http://localhost', isLocal: true });
}

const MIDNIGHT = LocalTime.parse('00:00');

function toMidnight(date: Window['from'], zone: ZoneName): Instant {
  return toInstant({ date, time: MIDNIGHT }, zone);
}

/** Where counties lie in several zones, the days of one begin and end while others play. */
function isInside({ at }: Line, { from, to }: Window): boolean {
  const day = at.slice(0, 10);
  return from <= day && day <= to;
}

function neverHeardOf(county: CountyId): never {
  throw new Error(`There is no county ${county} in this simulation.`);
}
