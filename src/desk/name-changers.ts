// Who has done what was done, as the trace is read?
import type { Db } from '../database/open.ts';
import { findPeople } from '../directory/person-store.ts';
import type { CountyId } from '../ids.ts';
import type { ChangedBy } from '../records/change.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

/** One for each, in the same order: a person's name, or that it was done from the command line. */
export async function nameChangers(
  db: Db,
  { id: countyId, language }: { readonly id: CountyId; readonly language: Language },
  changes: readonly ChangedBy[],
): Promise<readonly string[]> {
  const ids = changes.flatMap((change) => ('byId' in change ? change.byId : []));
  const names = new Map((await findPeople(db, countyId, ids)).map(({ id, name }) => [id, name]));
  const { byCommand } = textsIn(language).desk;
  return changes.map((change) => ('byId' in change ? (names.get(change.byId) ?? '') : byCommand(change.operator)));
}
