// How many answers a second are kept and receipted, while the cards follow?
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../src/database/open.ts';
import { PromptId } from '../src/ids.ts';
import { tick } from '../src/reminders/tick.ts';
import { CROWD } from '../test/fake/crowd.ts';
import { type BenchHouse, openBenchHouse } from './house.ts';

const PEOPLE = 50;
/** As many people as press a button at the same time. */
const AT_ONCE = 8;

/** @returns seconds for so many answers to each of so many questions */
export async function measureReplies(database: Database, questions: number): Promise<number> {
  const house = await openBenchHouse(database, { conversations: PEOPLE, asks: true });
  await house.plan(questions, new Date());
  await tick(house.road);
  while (house.arrivals.length < questions * PEOPLE) await wait(20);
  const prompts = await database.db.prompt.findMany({ select: { id: true } });
  const acts = prompts.flatMap(({ id }) => house.people.map((person) => ({ promptId: PromptId.parse(id), person })));
  const startedAt = performance.now();
  const shares = Array.from({ length: AT_ONCE }, (_, n) => acts.filter((_, place) => place % AT_ONCE === n));
  await Promise.all(shares.map((share) => answer(house, share)));
  const seconds = (performance.now() - startedAt) / 1000;
  await house.close();
  return seconds;
}

interface Act {
  readonly promptId: PromptId;
  readonly person: BenchHouse['people'][number];
}

async function answer({ handle }: BenchHouse, acts: readonly Act[]): Promise<void> {
  for (const { promptId, person } of acts) {
    const key = `${promptId} ${person}`;
    const from = { platform: 'room', tenant: CROWD, user: person } as const;
    const said = await handle.take({ kind: 'pressed', key, from, promptId, answers: { number: 1 } });
    if (said.kind !== 'receipt') throw new Error(`No receipt, but ${said.kind}.`);
  }
}

export const ANSWERS_PER_QUESTION = PEOPLE;
