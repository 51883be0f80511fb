// Sets what became of a need; whoever raised it is told, as by "behov klart".
import { z } from 'zod';
import { mayIn } from '../../../directory/may.ts';
import { hasPersonalNumber } from '../../../message/personal-number.ts';
import { planSubject } from '../../../reminders/plan-ahead.ts';
import { textsIn } from '../../../text/texts.ts';
import { MOST_SIGNS } from '../../../topics/needs/need.ts';
import { findNeed, settleNeed as settle } from '../../../topics/needs/need-store.ts';
import type { Outcome, Visit } from '../visit.ts';

const Body = z.object({ outcome: z.string().trim() });

export async function settleNeed({ setting, visitor, slug }: Visit, body: unknown): Promise<Outcome | undefined> {
  const { road } = setting;
  const { county, actor, person, language } = visitor;
  const number = z.coerce.number().int().positive().safeParse(slug).data;
  const need = number === undefined ? undefined : await findNeed(road.database.db, county.id, number);
  if (!need || !mayIn(actor, 'settle-need', need.toGroupId)) return undefined;
  const { needs, deskPages, forms } = textsIn(language);
  const { outcome } = Body.catch({ outcome: '' }).parse(body);
  const mend = (text: string): Outcome => ({ kind: 'faults', slug, text, faults: [], values: { outcome } });
  if (outcome === '') return mend(deskPages.needs.empty);
  if (outcome.length > MOST_SIGNS) return mend(needs.tooLong(outcome.length, MOST_SIGNS));
  if (hasPersonalNumber(outcome)) return mend(forms.personalNumber.inMessage);
  const isSettled = await road.database.transaction(async (tx) => {
    const now = road.clock.now();
    if (!(await settle(tx, need, { outcome, byId: person.id, at: now }))) return false;
    await planSubject(tx, road.topics.need, need, now);
    return true;
  });
  if (isSettled) return { kind: 'done', word: 'settled' };
  const { settled } = (await findNeed(road.database.db, county.id, need.number)) ?? {};
  return { kind: 'refused', text: needs.settledBefore(need.number, settled?.outcome ?? '') };
}
