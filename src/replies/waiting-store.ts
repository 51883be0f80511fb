// The open questions that wait for one person, and for nobody else's answer instead.
import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { type CountyId, type PersonId, PromptId } from '../ids.ts';
import type { AskedPerson, Prompt } from './prompt.ts';
import { findAsked, findPrompts } from './prompt-store.ts';

/** A question as it is put to somebody. */
export interface Waiting {
  readonly prompt: Prompt;
  readonly asked: AskedPerson;
}

/** Those asked of the person whose unit has no answer, the most urgent first. */
export async function listWaiting(
  db: Db,
  { countyId, id: personId }: { readonly countyId: CountyId; readonly id: PersonId },
  now: Instant,
): Promise<readonly Waiting[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from asked a join prompt p on p.id = a.prompt_id and p.county_id = a.county_id
    where a.county_id = ${countyId} and a.person_id = ${personId} and a.released_at is null
      and p.closed_at is null and p.closes_at > ${now} and not exists (
        select 1 from reply r where r.prompt_id = a.prompt_id and r.unit = a.unit and r.is_current)
    order by p.answer_by, p.title, p.id`;
  const ids = rows.map(({ id }) => PromptId.parse(id));
  const prompts = new Map((await findPrompts(db, countyId, ids)).map((prompt) => [prompt.id, prompt]));
  const waiting: Waiting[] = [];
  for (const id of ids) {
    const prompt = prompts.get(id);
    const asked = await findAsked(db, id, personId);
    if (prompt && asked) waiting.push({ prompt, asked });
  }
  return waiting;
}
