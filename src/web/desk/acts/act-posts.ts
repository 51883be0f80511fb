// The steps of an act on the web: begun, filled in, confirmed under its preview's seal, or dropped.
import { z } from 'zod';
import { type AtDesk, begin, confirm, drop, fill, openDraft, type Step, take } from '../../../desk/desk.ts';
import { DeskActName } from '../../../desk/desk-act.ts';
import type { DeskAnswer } from '../../../desk/desk-answer.ts';
import { DeskKind } from '../../../desk/desk-subject.ts';
import type { Draft } from '../../../desk/draft.ts';
import { findDraft } from '../../../desk/draft-store.ts';
import { PromptId } from '../../../ids.ts';
import { DESK } from '../desk-setting.ts';
import { readEntries } from '../read-entries.ts';
import type { Posted, Visit } from '../visit.ts';
import { renderAnswer, toActUrl } from './act-page.tsx';
import { stepUpTo } from './steering.ts';

const Beginning = z.object({ act: DeskActName, kind: DeskKind, subject: z.string().min(1).optional() });

/** On to an address of its own: what is typed there is not lost by a reload, and can be come back to. */
export async function beginAct(visit: Visit, body: unknown): Promise<Posted | undefined> {
  const { data } = Beginning.safeParse(body);
  if (!data) return undefined;
  const { act, kind, subject } = data;
  const step = await begin(await stepUpTo(visit), { act, kind, ...(subject !== undefined && { subjectId: subject }) });
  const answer = await take(visit.setting.road.database, step);
  return 'draft' in answer ? { kind: 'led', url: toActUrl(answer.draft) } : show(visit, answer);
}

/** As it stands: its form, or its preview where there is nothing to fill in. */
export async function renderAct(visit: Visit): Promise<string | undefined> {
  const found = await findOwn(visit);
  return found && renderAnswer(visit, await openDraft(found.at, found.draft));
}

export function fillAct(visit: Visit, body: unknown): Promise<Posted | undefined> {
  return go(visit, ({ at, draft }) => fill(at, draft, readEntries(body)));
}

const Confirming = z.object({ seal: z.string() });

export function saveAct(visit: Visit, body: unknown): Promise<Posted | undefined> {
  return go(visit, ({ at, draft }) => confirm(at, draft, Confirming.catch({ seal: '' }).parse(body).seal));
}

export async function dropAct(visit: Visit): Promise<Posted | undefined> {
  const posted = await go(visit, ({ at, draft }) => drop(at, draft));
  return posted && { kind: 'led', url: `${DESK}/plan` };
}

interface Own {
  readonly at: AtDesk;
  readonly draft: Draft;
}

/** Nobody's but their own. */
async function findOwn(visit: Visit): Promise<Own | undefined> {
  const id = PromptId.safeParse(visit.slug).data;
  const draft = id && (await findDraft(visit.setting.road.database.db, visit.visitor.person, id));
  return draft && { at: await stepUpTo(visit), draft };
}

async function go(visit: Visit, step: (own: Own) => Promise<Step>): Promise<Posted | undefined> {
  const own = await findOwn(visit);
  return own && show(visit, await take(visit.setting.road.database, await step(own)));
}

function show(visit: Visit, answer: DeskAnswer): Posted {
  const path = 'draft' in answer ? toActUrl(answer.draft) : `${DESK}/plan`;
  const isWrong = answer.kind === 'faults' || answer.kind === 'refused';
  return { kind: 'shown', html: renderAnswer({ ...visit, path }, answer), status: isWrong ? 422 : 200 };
}
