// kill -9 at any moment: what was to be sent is sent once, and an answer that was receipted is there.
// KILL_ROUNDS=20 npm test -- test/journey/kill kills at random in so many rounds on each database, and then at every step.
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { type Amount, type Ground, layGround, removeOriginals } from '../fake/kill-ground.ts';
import { type Count, countRound, createLineage, type End } from '../fake/kill-round.ts';
import { STEPS, type Step } from '../fake/sudden-death.ts';
import { type DatabaseKind, describeOnPostgres } from '../fake/test-database.ts';

const ASKED_FOR = Number(process.env.KILL_ROUNDS ?? 0);
const LIMIT_MS = ASKED_FOR ? 300_000 : 240_000;

const amount: Amount = { occurrences: 10, crowd: 50, dueAt: new Date() };

interface Plan {
  readonly title: string;
  readonly ends: readonly End[];
  readonly acts: (life: number) => number;
  readonly isMoody: (life: number) => boolean;
}

/** Some of each, as every life takes a second or two to begin, and twice that on the embedded database. */
const SHORT: Record<DatabaseKind, readonly (Step | 'at random')[]> = {
  embedded: ['keeping', 'at random'],
  postgres: ['told', 'at random', 'sending', 'settling'],
};

/** A few more answers in each life, so that there is always one to be cut off in. */
const growing = (life: number) => 8 * (life + 1);

function planShort(kind: DatabaseKind): Plan {
  const shares = drawShares(2);
  const ends = SHORT[kind].map(
    (end): End => (end === 'at random' ? { share: shares.pop() ?? 0 } : { step: end, time: 1 }),
  );
  const first = SHORT[kind].indexOf('at random');
  return { title: 'at random and at the steps of the way', ends, acts: growing, isMoody: (life) => life === first };
}

function planRandom(number: number): Plan {
  const ends = drawShares(3).map((share) => ({ share }));
  const title = `at random, round ${number} of ${ASKED_FOR}`;
  return { title, ends, acts: () => 200, isMoody: (life) => life < ends.length };
}

function planSteps(): Plan {
  const ends = STEPS.map((step) => ({ step, time: 1 }));
  return { title: `at ${STEPS.join(', ')}`, ends, acts: growing, isMoody: () => false };
}

/** Anywhere in the run, one after the other. */
function drawShares(count: number): number[] {
  return Array.from({ length: count }, () => Math.random()).toSorted((a, b) => a - b);
}

const lineage = createLineage();
const grounds: Ground[] = [];

afterEach(async () => {
  await lineage.endAll();
  for (const ground of grounds.splice(0)) await ground.remove();
});
afterAll(removeOriginals);

describe('on the embedded database', () => suite('embedded'));
describeOnPostgres('on PostgreSQL', () => suite('postgres'));

function suite(kind: DatabaseKind): void {
  const plans = ASKED_FOR
    ? [...Array.from({ length: ASKED_FOR }, (_, n) => planRandom(n + 1)), planSteps()]
    : [planShort(kind)];

  test.each(plans)(
    'killed $title, 500 messages arrive once each and every receipted answer is there once',
    async (plan) => {
      const ground = await layGround(kind, amount);
      grounds.push(ground);
      const round = { ...amount, ...plan, ground };
      const startedAt = performance.now();

      const deaths = await lineage.run(round);
      const count = await countRound(round);

      if (ASKED_FOR)
        report(`${kind}, ${plan.title}`, deaths, { ...count, seconds: (performance.now() - startedAt) / 1000 });
      expect(count).toMatchObject({ arrived: 500, twice: 0, lost: 0, receiptsWithoutReply: 0 });
      expect(count).toMatchObject({ receipts: count.acts, replies: count.acts });
      expect(count.acts).toBeGreaterThanOrEqual(plan.acts(deaths.length));
      if (plan.ends.every((end) => 'step' in end)) expect(deaths).toHaveLength(plan.ends.length);
    },
    LIMIT_MS,
  );
}

function report(title: string, deaths: readonly number[], count: Count & { readonly seconds: number }): void {
  const { arrived, twice, lost, receipts, receiptsWithoutReply, acts, replies, seconds } = count;
  process.stdout.write(
    `${title}: killed ${deaths.length} times, when ${deaths.join(', ')} had arrived; in the end ${arrived} sent, ` +
      `${twice} twice, ${lost} lost; ${acts} answers, ${receipts} receipts, ${receiptsWithoutReply} of them without a ` +
      `reply, ${replies - acts} replies too many; ${seconds.toFixed(1)} s\n`,
  );
}
