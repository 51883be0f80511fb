// Plays time: goes from one moment at which something happens to the next, and lets the real road do it.
import { type Instant, toIsoWithOffset, type ZoneName } from '../calendar/zone.ts';
import type { MovableClock } from '../clock.ts';
import type { DrainQueue } from '../database/drain-queue.ts';
import type { ConversationId, CountyId, PersonId, PromptId } from '../ids.ts';
import type { House } from '../main.ts';
import type { Road } from '../reminders/road.ts';
import { tick } from '../reminders/tick.ts';
import { beat } from '../reminders/tick-store.ts';
import type { Journal, Line, ShownLine } from './journal.ts';
import { act, decide, type Habits, type Intention } from './members.ts';
import type { Scribe } from './scribe.ts';
import { findNextInstant, readDeadlines } from './simulation-store.ts';

export interface Stage {
  readonly house: House;
  readonly clock: MovableClock;
  readonly queue: DrainQueue;
  readonly scribe: Scribe;
  readonly journal: Journal;
  readonly habits: Habits;
  readonly owners: ReadonlyMap<ConversationId, PersonId>;
  readonly zoneOf: (county: CountyId) => ZoneName;
}

/** Everything that happens from now until just before `end`. */
export async function* playUntil(stage: Stage, end: Instant): AsyncGenerator<Line> {
  const { house, clock, queue, scribe, journal } = stage;
  const { road } = house;
  const plans = createPlans();
  let due: Instant | undefined = clock.now();
  for (;;) {
    for (const intention of plans.takeDue(clock.now())) yield* answer(stage, intention);
    if (due && due <= clock.now()) await tickOnce(road);
    await queue.drain(clock.now());
    for (const written of await journal.write(scribe.take())) {
      await plans.consider(stage, written);
      yield written.line;
    }
    due = await findNextInstant(road.database.db);
    const next = findFirst(due, queue.nextStart(), plans.next());
    if (!next || next >= end) return;
    if (next > clock.now()) clock.moveTo(next);
  }
}

/**
 * Every subject was planned when it was saved, or when the stage was set, and is planned anew when an answer asks for it.
 * Nobody edits rows in another way here, so the road need not look for such: it sees that somebody else has just done it.
 */
async function tickOnce(road: Road): Promise<void> {
  await beat(road.database.db, 'plan', road.clock.now());
  await tick(road);
}

function findFirst(...times: readonly (Instant | undefined)[]): Instant | undefined {
  return times.flatMap((time) => time ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

async function* answer({ house, clock, habits, zoneOf }: Stage, intention: Intention): AsyncGenerator<Line> {
  const done = await act(house.handle, intention, habits.draw);
  if (!done) return;
  const { countyId: county, topic, place: to } = intention;
  const line = { at: toIsoWithOffset(clock.now(), zoneOf(county)), county, topic, to };
  yield { ...line, kind: 'reply', key: done.key, text: done.text };
  yield { ...line, kind: 'receipt', key: `${county}/${done.receipt.number}`, text: done.receipt.text };
}

/** Who is going to answer what, and when. Everybody makes up their mind once for each question. */
function createPlans() {
  const decided = new Set<string>();
  let intentions: readonly Intention[] = [];
  return {
    next: () => intentions[0]?.at,
    takeDue(now: Instant) {
      const due = intentions.filter(({ at }) => at <= now);
      intentions = intentions.slice(due.length);
      return due;
    },
    async consider({ house, clock, habits, owners, zoneOf }: Stage, { line, shown, cause }: ShownLine) {
      const promptId = shown?.message.question?.promptId;
      const personId = shown && owners.get(shown.to.id);
      if (!promptId || !personId || habits.rate === 0 || !isFirst(promptId, personId)) return;
      const { countyId, topic } = cause;
      const reached = {
        personId,
        countyId,
        promptId,
        topic,
        zone: zoneOf(countyId),
        message: shown.message,
        place: line.to,
      };
      const deadlines = await readDeadlines(house.road.database.db, promptId, clock.now());
      const intention = decide(reached, habits, clock.now(), deadlines);
      if (intention) intentions = [...intentions, intention].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    },
  };

  function isFirst(promptId: PromptId, personId: PersonId): boolean {
    const matter = `${promptId} ${personId}`;
    const isNew = !decided.has(matter);
    decided.add(matter);
    return isNew;
  }
}
