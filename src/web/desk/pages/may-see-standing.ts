// May the reader see who has answered a question, and who has not? The same as on the page of what it is about.
import { findReach } from '../../../directory/may.ts';
import { toRecurringId } from '../../../reminders/recurring.ts';
import { findSteered } from '../acts/steering.ts';
import type { Visit } from '../visit.ts';
import type { Standing } from './read-standings.ts';

/** What is asked beyond the groups that one convenes shows the names of others: it is for those who see the whole county. */
async function maySeeStanding(visit: Visit, { prompt, groupIds }: Standing): Promise<boolean> {
  const reach = findReach(visit.visitor.actor, 'see-answers');
  if (reach === 'all') return true;
  switch (prompt.topic) {
    // Of one owner: theirs who follow any of what it owns.
    case 'plan':
      return groupIds.some((id) => reach.includes(id));
    case 'meeting':
    case 'followup':
      return groupIds.length > 0 && groupIds.every((id) => reach.includes(id));
    case 'survey':
      return (await findSteered(visit, { kind: 'survey', id: toRecurringId(prompt.subjectId) })) !== undefined;
    case 'call':
    case 'contact':
    case 'need':
    case 'event':
    case 'memo':
    case 'watch':
      return false;
  }
}

/** In the order given. */
export async function listSeen(visit: Visit, standings: readonly Standing[]): Promise<readonly Standing[]> {
  const seen: Standing[] = [];
  for (const standing of standings) if (await maySeeStanding(visit, standing)) seen.push(standing);
  return seen;
}
