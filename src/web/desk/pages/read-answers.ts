// The questions about one thing and where each stands, the newest first.
import type { TopicKind } from '../../../topic.ts';
import type { Visit } from '../visit.ts';
import { readStandings, type Standing } from './read-standings.ts';
import { listPromptIds } from './standing-store.ts';

export interface AnswersAbout {
  readonly standings: readonly Standing[];
  /** So many more were asked before these. */
  readonly earlier: number;
}

/** A year of what comes back every month. */
const MOST_TIMES = 12;

export async function readAnswers(
  { setting, visitor }: Visit,
  topic: TopicKind,
  subjectId: string,
): Promise<AnswersAbout> {
  const { database, clock } = setting.road;
  const { county, language } = visitor;
  const ids = await listPromptIds(database.db, { countyId: county.id, topic, about: subjectId });
  const reading = { countyId: county.id, language, now: clock.now() };
  const latest = ids.slice(-MOST_TIMES);
  const standings = (await readStandings(database.db, reading, latest)).toReversed();
  return { standings, earlier: ids.length - latest.length };
}
