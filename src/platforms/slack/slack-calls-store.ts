// How many calls of a kind were made in a workspace within the last minute? All replicas count together, and a killed one is not forgotten.
import type { Db } from '../../database/open.ts';

export interface CountedCall {
  readonly teamId: string;
  readonly method: string;
  /** So many may be made within the while. */
  readonly most: number;
  readonly perMs: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Counts one more where there is room for it.
 * @returns 0, or in how many milliseconds there will be room
 */
export async function countCall(db: Db, { teamId, method, most, perMs, now }: CountedCall): Promise<number> {
  const from = Math.floor(now - perMs);
  const at = Math.ceil(now);
  // Whoever comes second waits for the row, and then sees what the first has counted.
  const counted = await db.$executeRaw`
    insert into slack_calls (team_id, method, times) values (${teamId}, ${method}, array[${at}::bigint])
    on conflict (team_id, method) do update
    set times = array(select time from unnest(slack_calls.times) as time where time > ${from}::bigint) || ${at}::bigint
    where (select count(*) from unnest(slack_calls.times) as time where time > ${from}::bigint) < ${most}`;
  if (counted > 0) return 0;
  const [row] = await db.$queryRaw<{ time: bigint | null }[]>`
    select (times)[cardinality(times) - ${most}::int + 1] as time from slack_calls
    where team_id = ${teamId} and method = ${method}`;
  return Math.max(1, Number(row?.time ?? at) - from);
}
