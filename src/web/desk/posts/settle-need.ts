// Sets what became of a need; whoever raised it is told, as by "behov klart".
import { z } from 'zod';
import { mayIn } from '../../../directory/may.ts';
import { planSubject } from '../../../reminders/plan-ahead.ts';
import { textsIn } from '../../../text/texts.ts';
import { findNeed, settleNeed as settle } from '../../../topics/needs/need-store.ts';
import { checkForm } from '../check-form.ts';
import { readEntries } from '../read-entries.ts';
import type { Outcome, Visit } from '../visit.ts';
import { createSettleForm } from './settle-form.ts';

export async function settleNeed({ setting, visitor, slug }: Visit, body: unknown): Promise<Outcome | undefined> {
  const { road } = setting;
  const { county, actor, person, language } = visitor;
  const number = z.coerce.number().int().positive().safeParse(slug).data;
  const need = number === undefined ? undefined : await findNeed(road.database.db, county.id, number);
  if (!need || !mayIn(actor, 'settle-need', need.toGroupId)) return undefined;
  const entries = readEntries(body);
  const read = checkForm(createSettleForm(language), entries, language);
  if ('faults' in read) return { kind: 'faults', slug, values: entries, ...read };
  const outcome = z.string().parse(read.answers.outcome);
  const isSettled = await road.database.transaction(async (tx) => {
    const now = road.clock.now();
    if (!(await settle(tx, need, { outcome, byId: person.id, at: now }))) return false;
    await planSubject(tx, road.topics.need, need, now);
    return true;
  });
  if (isSettled) return { kind: 'done', word: 'settled' };
  const { settled } = (await findNeed(road.database.db, county.id, need.number)) ?? {};
  // Their own form, sent twice.
  if (settled?.byId === person.id && settled.outcome === outcome) return { kind: 'done', word: 'settled' };
  return { kind: 'refused', text: textsIn(language).needs.settledBefore(need.number, settled?.outcome ?? '') };
}
