// A form of the desk is opened, as it was filled in last.
import { openDraft, stepUp } from '../desk/desk.ts';
import { findDraft } from '../desk/draft-store.ts';
import type { Person } from '../directory/person.ts';
import type { Answer, Look } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { sayAtDesk, sayGone } from './desk-say.ts';

export async function openDraftForm(
  road: Road,
  { promptId }: Extract<Look, { kind: 'opened' }>,
  person: Person,
): Promise<Answer> {
  const draft = await findDraft(road.database.db, person, promptId);
  if (!draft) return sayGone(person);
  const at = await stepUp(road, person);
  return sayAtDesk(at, await openDraft(at, draft));
}
