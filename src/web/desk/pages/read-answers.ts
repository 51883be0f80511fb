// The questions about one thing and where each stands, the newest first.
import type { TopicKind } from '../../../topic.ts';
import type { Visit } from '../visit.ts';
import { readStandings, type Standing } from './read-standings.ts';
import { listPromptIds } from './standing-store.ts';

export async function readAnswers(
  { setting, visitor }: Visit,
  topic: TopicKind,
  subjectId: string,
): Promise<readonly Standing[]> {
  const { database, clock } = setting.road;
  const { county, language } = visitor;
  const ids = await listPromptIds(database.db, { countyId: county.id, topic, subjectIds: [subjectId] });
  const reading = { countyId: county.id, language, now: clock.now() };
  return (await readStandings(database.db, reading, ids)).toReversed();
}
