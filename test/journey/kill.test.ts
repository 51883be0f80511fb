// kill -9 at any moment: what was to be sent is sent once, and an answer that was receipted is there.
// KILL_ROUNDS=20 npm test -- test/journey/kill runs so many rounds on each database, and says how each went.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type Amount, type Ground, layGround, removeOriginals } from '../fake/kill-ground.ts';
import { countRound, createLineage, type End } from '../fake/kill-round.ts';
import { STEPS, type Step } from '../fake/sudden-death.ts';
import { type DatabaseKind, describeOnPostgres } from '../fake/test-database.ts';

const ASKED_FOR = Number(process.env.KILL_ROUNDS ?? 0);
const ROUNDS = ASKED_FOR || 1;
const KILLS = ASKED_FOR ? 3 : 2;
const ACTS = ASKED_FOR ? 200 : 60;
const ROUND_LIMIT_MS = 120_000;

const all: Amount = { occurrences: 10, crowd: 50, dueAt: new Date() };
const few: Amount = { occurrences: 10, crowd: 12, dueAt: new Date() };

/** A life on the embedded database takes twice as long to begin: without being asked, it is cut at fewer places. */
const steps: Record<DatabaseKind, readonly Step[]> = ASKED_FOR
  ? { embedded: STEPS, postgres: STEPS }
  : {
      embedded: ['telling', 'keeping', 'arrived', 'settling'],
      postgres: ['telling', 'told', 'keeping', 'sending', 'arrived', 'settling'],
    };

const lineage = createLineage();
const grounds: Ground[] = [];

async function begin(kind: DatabaseKind, amount: Amount): Promise<Ground> {
  const ground = await layGround(kind, amount);
  grounds.push(ground);
  return ground;
}

afterEach(async () => {
  await lineage.endAll();
  for (const ground of grounds.splice(0)) await ground.remove();
});
afterAll(removeOriginals);

describe('on the embedded database', () => suite('embedded'));
describeOnPostgres('on PostgreSQL', () => suite('postgres'));

function suite(kind: DatabaseKind): void {
  test.each(Array.from({ length: ROUNDS }, (_, n) => n + 1))(
    'killed at random moments, 500 messages arrive once each and no receipted answer is lost (round %i)',
    async (number) => {
      const ground = await begin(kind, all);
      const ends = Array.from({ length: KILLS }, (): End => ({ share: Math.random() }));
      const isMoody = (life: number) => ASKED_FOR > 0 || life < KILLS;
      const round = { ...all, ground, ends, acts: () => ACTS, isMoody, keepsLock: ASKED_FOR > 0 };
      const startedAt = performance.now();

      const deaths = await lineage.run(round);
      const count = await countRound(round);

      if (ASKED_FOR) report(`${kind} ${number}/${ROUNDS}`, deaths, count, performance.now() - startedAt);
      expect(count).toEqual({
        arrived: 500,
        twice: 0,
        lost: 0,
        acts: count.acts,
        replies: count.acts,
        receipts: count.acts,
        receiptsWithoutReply: 0,
      });
      expect(count.acts).toBeGreaterThanOrEqual(ACTS);
    },
    ROUND_LIMIT_MS,
  );

  test(
    'killed at one step of the way after the other, nothing is lost and nothing doubled',
    async () => {
      const ground = await begin(kind, few);
      const ends = steps[kind].map((step): End => ({ step, time: 1 }));
      // A few more answers in each life, so that there is always one to be cut off in.
      const acts = (life: number) => 5 * (life + 1);
      const round = { ...few, ground, ends, acts, isMoody: () => false, keepsLock: false };

      const deaths = await lineage.run(round);
      const count = await countRound(round);

      expect(deaths).toHaveLength(ends.length);
      expect(count).toMatchObject({ arrived: 120, twice: 0, lost: 0, receiptsWithoutReply: 0, replies: count.acts });
    },
    ROUND_LIMIT_MS,
  );
}

type Count = Awaited<ReturnType<typeof countRound>>;

function report(title: string, deaths: readonly number[], count: Count, ms: number): void {
  const { arrived, twice, lost, receipts, receiptsWithoutReply, acts, replies } = count;
  process.stdout.write(
    `${title}: killed ${deaths.length} times, when ${deaths.join(', ')} had arrived; in the end ${arrived} sent, ` +
      `${twice} twice, ${lost} lost; ${acts} answers, ${receipts} receipts, ${receiptsWithoutReply} of them without a ` +
      `reply, ${replies - acts} replies too many; ${(ms / 1000).toFixed(1)} s\n`,
  );
}
