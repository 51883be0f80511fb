// Approves or refuses what somebody has proposed for the shared calendar.
import { z } from 'zod';
import type { PromptId } from '../../../ids.ts';
import { readAnswers } from '../../../message/answers.ts';
import type { Entries } from '../../../message/entries.ts';
import { findPersonalNumberIn } from '../../../message/personal-number.ts';
import { planSubject } from '../../../reminders/plan-ahead.ts';
import { toPromptKey } from '../../../replies/prompt.ts';
import { findPromptByKey } from '../../../replies/prompt-store.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Event } from '../../../topics/events/event.ts';
import { APPROVAL } from '../../../topics/events/event-dates.ts';
import { ApprovalAnswers, createApprovalForm } from '../../../topics/events/event-form.ts';
import { decideEvent as decide, listProposedUntil } from '../../../topics/events/event-store.ts';
import { toSubjectId } from '../desk-url.ts';
import type { Outcome, Visit } from '../visit.ts';

/** The nonce is the form's own: sent twice, it is one act. */
const Body = z.object({
  decision: z.string().default(''),
  reason: z.string().trim().default(''),
  _nonce: z.uuid(),
});

export async function decideEvent(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { setting, visitor, slug } = visit;
  const { db } = setting.road.database;
  const { county, today } = visitor;
  const id = toSubjectId(county.id, slug);
  const proposed = await listProposedUntil(db, { countyId: county.id, from: today }, setting.road.clock.now());
  const event = proposed.find((one) => one.id === id);
  if (!event) return undefined;
  const sent = Body.safeParse(body).data;
  if (!sent) return undefined;
  const { decision, reason, _nonce: nonce } = sent;
  const entries = { decision, ...(reason !== '' && { reason }) };
  const prompt = await findPromptByKey(db, toPromptKey('event', id, APPROVAL));
  // Asked already, it is an answer as any other: kept, receipted, and shown on everybody's card.
  return prompt ? answer(visit, { promptId: prompt.id, entries, nonce }) : decideAtOnce(visit, event, entries);
}

interface Answering {
  readonly promptId: PromptId;
  readonly entries: Entries;
  readonly nonce: string;
}

async function answer({ setting, visitor, slug }: Visit, { promptId, entries, nonce }: Answering): Promise<Outcome> {
  const { county, person } = visitor;
  const from = { platform: 'room', tenant: county.id, user: person.id } as const;
  const shown = await setting.handle.look({ kind: 'looked', from, promptIds: [promptId] });
  const basedOn = shown.kind === 'views' ? (shown.views[0]?.basedOn ?? 0) : 0;
  const key = `desk:${nonce}`;
  const said = await setting.handle.take({
    kind: 'submitted',
    key,
    from,
    promptId,
    entries: toTyped(entries),
    basedOn,
  });
  switch (said.kind) {
    case 'receipt':
      return { kind: 'done', word: 'decided' };
    case 'faults':
      return { kind: 'faults', slug, text: said.text, faults: said.faults, values: entries };
    case 'note':
      return { kind: 'refused', text: said.text };
    case 'form':
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
async function decideAtOnce({ setting, visitor, slug }: Visit, event: Event, entries: Entries): Promise<Outcome> {
  const { road } = setting;
  const { language, person } = visitor;
  const texts = textsIn(language);
  const mend = (text: string, faults: Extract<Outcome, { kind: 'faults' }>['faults']): Outcome => {
    return { kind: 'faults', slug, text, faults, values: entries };
  };
  const named = findPersonalNumberIn(toTyped(entries));
  if (named !== undefined)
    return mend(texts.forms.personalNumber.inMessage, [{ field: named, message: texts.forms.personalNumber.atField }]);
  const read = readAnswers(createApprovalForm(texts), entries, language);
  if ('faults' in read) return mend(texts.forms.notKept(read.faults.length), read.faults);
  const { decision, reason } = ApprovalAnswers.parse(read.answers);
  await road.database.transaction(async (tx) => {
    const at = road.clock.now();
    await decide(tx, event, { decision, byId: person.id, at, ...(reason && { reason }) });
    await planSubject(tx, road.topics.event, event, at);
  });
  return { kind: 'done', word: 'decided' };
}
