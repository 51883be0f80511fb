// Gathers what the start page tells: as much of the county as the reader may see.
import type { Instant } from '../../../calendar/zone.ts';
import type { Db } from '../../../database/open.ts';
import { listGroups } from '../../../directory/group-store.ts';
import { findReach, may } from '../../../directory/may.ts';
import { listWaiting } from '../../../topics/events/event-store.ts';
import { listOpenNeeds } from '../../../topics/needs/need-store.ts';
import { listCountyRounds } from '../../../topics/plans/round-store.ts';
import type { Visit } from '../visit.ts';
import { countUndelivered, type Due, type Listed, listDue } from './due-store.ts';
import { gatherSilence, type Silence } from './gather-silence.ts';
import { type GroupPlace, listGroupPlaces } from './group-place-store.ts';
import { listSeen } from './may-see-standing.ts';
import { type Names, readNames } from './names-store.ts';
import { readStandings } from './read-standings.ts';
import { listPromptIds } from './standing-store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;
/** What failed longer ago is no news. */
const FAILED_MS = 14 * DAY_MS;
/** Whose last day is further ahead may still be thinking. */
const SOON_MS = 14 * DAY_MS;

export interface Start {
  readonly week: Listed<Due>;
  readonly names: Names;
  readonly failed: number;
  readonly lost: readonly Lost[];
  /** Groups that nothing can be written to, but in the web room. */
  readonly withoutPlace: readonly string[];
  readonly silent: readonly Silence[];
  readonly needs: number;
  readonly events: number;
  readonly toModerate: number;
}

/** A group's conversation that takes nothing now. */
export interface Lost {
  readonly name: string;
  readonly reason: string;
}

export async function readStart(visit: Visit): Promise<Start> {
  const { setting, visitor } = visit;
  const { clock, database } = setting.road;
  const { db } = database;
  const { county, actor } = visitor;
  const countyId = county.id;
  const now = clock.now();
  const isOverseer = may(actor, 'see-deliveries');
  const week = isOverseer
    ? await listDue(db, countyId, { from: now, to: new Date(now.getTime() + WEEK_MS) })
    : { shown: [], all: 0 };
  const failed = isOverseer ? await countUndelivered(db, countyId, new Date(now.getTime() - FAILED_MS)) : 0;
  const places = isOverseer ? await listGroupPlaces(db, countyId) : [];
  const needs = await countNeeds(db, visitor);
  const waiting = may(actor, 'see-events') ? await listWaiting(db, { countyId, from: visitor.today }) : [];
  return {
    week,
    names: await readNames(db, countyId, week.shown),
    failed,
    lost: places.filter(isLost).map(({ name, reason }) => ({ name, reason: reason ?? '' })),
    withoutPlace: isOverseer ? await listWithout(db, visitor, places) : [],
    silent: await readSilent(visit, now),
    needs,
    events: waiting.length,
    toModerate: needs + waiting.length,
  };
}

/** Somebody has taken it away on purpose. */
const ON_PURPOSE: readonly (string | undefined)[] = ['left', 'unbound'];

function isLost({ state, reason, groupId }: GroupPlace): boolean {
  return state !== 'active' && groupId !== undefined && !ON_PURPOSE.includes(reason);
}

async function listWithout(db: Db, { county }: Visit['visitor'], places: readonly GroupPlace[]) {
  const reached = new Set(places.filter(({ state }) => state === 'active').map(({ groupId }) => groupId));
  return (await listGroups(db, county.id)).filter(({ id }) => !reached.has(id)).map(({ name }) => name);
}

async function countNeeds(db: Db, { county, actor }: Visit['visitor']): Promise<number> {
  const reach = findReach(actor, 'see-needs');
  if (reach !== 'all' && reach.length === 0) return 0;
  return (await listOpenNeeds(db, county.id, reach === 'all' ? undefined : reach)).length;
}

/** Questions whose last day is near or past, and that somebody has not answered. */
async function readSilent(visit: Visit, now: Instant): Promise<readonly Silence[]> {
  const { db } = visit.setting.road.database;
  const { county, actor, language } = visit.visitor;
  if (!may(actor, 'see-answers')) return [];
  const countyId = county.id;
  const ids = await listPromptIds(db, { countyId, openAt: now });
  const standings = await readStandings(db, { countyId, language, now }, ids);
  const soon = standings.filter(({ prompt }) => prompt.answerBy.getTime() - now.getTime() < SOON_MS);
  return gatherSilence(await listSeen(visit, soon), await listCountyRounds(db, countyId), language);
}
