// How far check-in rounds have come, as far as the reader may see: of all owners, or of those in their groups.
import { type Round, toSlug } from '../../../topics/plans/round.ts';
import type { Visit } from '../visit.ts';
import { listSeen } from './may-see-standing.ts';
import { readStandings, type Standing } from './read-standings.ts';
import { listPromptIds } from './standing-store.ts';

/** Of each round what was asked of owners in it, by the round's id. */
export async function readRounds(
  visit: Visit,
  rounds: readonly Round[],
): Promise<ReadonlyMap<string, readonly Standing[]>> {
  const { visitor, setting } = visit;
  const { db } = setting.road.database;
  const { county, language } = visitor;
  const ids = await listPromptIds(db, { countyId: county.id, topic: 'plan', questions: rounds.map(toSlug) });
  const all = await readStandings(db, { countyId: county.id, language, now: setting.road.clock.now() }, ids);
  // A group's own card asks nobody: it shows where its owners stand.
  const asking = all.filter(({ answered, silent }) => answered.length + silent.length > 0);
  const seen = await listSeen(visit, asking);
  return new Map(rounds.map((round) => [round.id, seen.filter(({ prompt }) => prompt.question === toSlug(round))]));
}
