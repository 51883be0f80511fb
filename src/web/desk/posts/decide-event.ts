// Approves or refuses what somebody has proposed for the shared calendar.
import { z } from 'zod';
import { findPeople } from '../../../directory/person-store.ts';
import type { PromptId } from '../../../ids.ts';
import type { Entries } from '../../../message/entries.ts';
import { planSubject } from '../../../reminders/plan-ahead.ts';
import { toPromptKey } from '../../../replies/prompt.ts';
import { findPromptByKey } from '../../../replies/prompt-store.ts';
import { formatInstant } from '../../../text/format.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Event } from '../../../topics/events/event.ts';
import { APPROVAL } from '../../../topics/events/event-dates.ts';
import { ApprovalAnswers, createApprovalForm } from '../../../topics/events/event-form.ts';
import { decideWaiting, findEvent, readEvent } from '../../../topics/events/event-store.ts';
import { checkForm } from '../check-form.ts';
import { toSubjectId } from '../desk-url.ts';
import type { Outcome, Visit } from '../visit.ts';

/** The nonce is the form's own: sent twice, it is one act. */
const Body = z.object({
  decision: z.string().default(''),
  reason: z.string().trim().default(''),
  _nonce: z.uuid(),
});

/** The page shows a form only for what nobody had decided: whatever was decided since, this person has not seen. */
const SEEN = 0;

export async function decideEvent(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { setting, visitor, slug } = visit;
  const { db } = setting.road.database;
  const { county, today } = visitor;
  const id = toSubjectId(county.id, slug);
  const event = await findEvent(db, { countyId: county.id, id });
  const { data: sent } = Body.safeParse(body);
  if (!event || event.toOn < today || !sent) return undefined;
  const { decision, reason, _nonce: nonce } = sent;
  const deciding = { event, entries: { decision, ...(reason !== '' && { reason }) } };
  const over = await sayOver(visit, deciding);
  if (over) return over;
  const prompt = await findPromptByKey(db, toPromptKey('event', id, APPROVAL));
  // Asked already, it is an answer as any other: kept, receipted, and shown on everybody's card.
  return prompt ? answer(visit, { ...deciding, promptId: prompt.id, nonce }) : decideAtOnce(visit, deciding);
}

interface Deciding {
  readonly event: Event;
  readonly entries: Entries & { readonly decision: string };
}

/** What became of it, where it waits for nobody any more. */
async function sayOver({ setting, visitor }: Visit, { event, entries }: Deciding): Promise<Outcome | undefined> {
  const { county, person, language, today } = visitor;
  const { title, decided, withdrawnAt } = event;
  const { overtaken } = textsIn(language).deskPages.events;
  if (withdrawnAt !== undefined) return { kind: 'refused', text: overtaken.withdrawn(title) };
  if (!decided) return undefined;
  const { decision, byId, at, reason = '' } = decided;
  // Their own form, sent twice.
  if (byId === person.id && decision === entries.decision) return { kind: 'done', word: 'decided' };
  const [by] = await findPeople(setting.road.database.db, county.id, [byId]);
  const when = formatInstant(at, county.timeZone, language, today);
  const known = { title, by: by?.name ?? '', when };
  return {
    kind: 'refused',
    text: decision === 'approved' ? overtaken.approved(known) : overtaken.refused(known, reason),
  };
}

interface Answering extends Deciding {
  readonly promptId: PromptId;
  readonly nonce: string;
}

async function answer(visit: Visit, { promptId, nonce, ...deciding }: Answering): Promise<Outcome> {
  const { setting, visitor, slug } = visit;
  const { county, person } = visitor;
  const { entries } = deciding;
  const said = await setting.handle.take({
    kind: 'submitted',
    key: `desk:${nonce}`,
    from: { platform: 'room', tenant: county.id, user: person.id },
    promptId,
    entries: toTyped(entries),
    basedOn: SEEN,
  });
  switch (said.kind) {
    case 'receipt':
      return { kind: 'done', word: 'decided' };
    case 'faults':
      return { kind: 'faults', slug, text: said.text, faults: said.faults, values: entries };
    case 'note':
      return { kind: 'refused', text: said.text };
    case 'form':
      return sayOvertaken(visit, deciding);
    case 'card':
    case 'cards':
    case 'views':
    case 'nothing':
      return { kind: 'refused', text: textsIn(visitor.language).road.trouble };
  }
}

function toTyped(entries: Entries): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, entry]) => [key, typeof entry === 'string' ? entry : [...entry]]),
  );
}

/** Proposed this minute: no coordinator has been asked yet, and none will be. */
async function decideAtOnce(visit: Visit, deciding: Deciding): Promise<Outcome> {
  const { setting, visitor, slug } = visit;
  const { road } = setting;
  const { language, person } = visitor;
  const { event, entries } = deciding;
  const read = checkForm(createApprovalForm(textsIn(language)), entries, language);
  if ('faults' in read) return { kind: 'faults', slug, values: entries, ...read };
  const { decision, reason } = ApprovalAnswers.parse(read.answers);
  const isDecided = await road.database.transaction(async (tx) => {
    const at = road.clock.now();
    if (!(await decideWaiting(tx, event, { decision, byId: person.id, at, ...(reason && { reason }) }))) return false;
    await planSubject(tx, road.topics.event, event, at);
    return true;
  });
  return isDecided ? { kind: 'done', word: 'decided' } : sayOvertaken(visit, deciding);
}

/** Somebody else was faster. */
async function sayOvertaken(visit: Visit, { event, entries }: Deciding): Promise<Outcome> {
  const now = await readEvent(visit.setting.road.database.db, event);
  const over = await sayOver(visit, { event: now, entries });
  return over ?? { kind: 'refused', text: textsIn(visit.visitor.language).road.trouble };
}
