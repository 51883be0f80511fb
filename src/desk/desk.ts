// The desk as a door sees it: somebody steps up, begins an act, fills it in, sees what it comes to, and confirms it.
import { randomUUID } from 'node:crypto';
import { toLocal } from '../calendar/zone.ts';
import type { Database, Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Person } from '../directory/person.ts';
import { PromptId } from '../ids.ts';
import { checkEntries, type Wrong } from '../message/check-entries.ts';
import type { Entries } from '../message/entries.ts';
import type { Answers } from '../message/form.ts';
import { addChange } from '../records/change-store.ts';
import type { Road } from '../reminders/road.ts';
import { toReceiptCode } from '../replies/receipt.ts';
import { textsIn } from '../text/texts.ts';
import { findAct } from './acts.ts';
import { findAsker, hasDesk, maySteer } from './asker.ts';
import type { DeskAct, DeskActName, DeskAsking, Opened, Refused } from './desk-act.ts';
import type { DeskAnswer, WithForm } from './desk-answer.ts';
import type { DeskKind } from './desk-subject.ts';
import { Draft, isStale, toNewId } from './draft.ts';
import { addDraft, endDraft, keepFilled, lockDraft } from './draft-store.ts';
import { performAct, previewAct } from './perform-act.ts';
import { findDeskSubject } from './subjects.ts';

/** Somebody at the desk, at one moment. */
export type AtDesk = Omit<DeskAsking, 'newId' | 'subject'>;

export async function stepUp(road: Road, person: Person): Promise<AtDesk> {
  const { db } = road.database;
  const county = await readCounty(db, person.countyId);
  const now = road.clock.now();
  const today = toLocal(now, county.timeZone).date;
  return { road, county, now, today, asker: await findAsker(db, person, today) };
}

/** What is answered, and what is written with it: in the transaction that marks whatever asked for it as handled. */
export interface Step {
  readonly answer: DeskAnswer;
  /** Where there is something to write; what it answers is said instead. */
  readonly conclude?: (tx: Tx) => Promise<DeskAnswer>;
}

/** For a door that has nothing else to write. */
export async function take(database: Database, step: Step): Promise<DeskAnswer> {
  return step.conclude ? database.transaction(step.conclude) : step.answer;
}

export interface Wanted {
  readonly act: DeskActName;
  readonly kind: DeskKind;
  /** Of the subject; absent for a "new". */
  readonly subjectId?: string;
}

/** Begins an act: kept as a draft, and answered with its form, or with the preview where there is nothing to fill in. */
export async function begin(at: AtDesk, wanted: Wanted): Promise<Step> {
  const { person } = at.asker;
  const draft = Draft.parse({
    ...{ ...wanted, id: PromptId.parse(randomUUID()), countyId: person.countyId, personId: person.id },
    ...{ version: 0, state: 'open', startedAt: at.now },
  });
  const answer = await openDraft(at, draft);
  if (answer.kind === 'refused') return { answer };
  return {
    answer,
    async conclude(tx) {
      await addDraft(tx, draft);
      return answer;
    },
  };
}

interface Ready {
  readonly act: DeskAct;
  readonly asking: DeskAsking;
  readonly opened: Opened;
}

/** Another county's subjects, and what is not one's own to steer, do not differ from what is not there. */
async function prepare(at: AtDesk, draft: Draft): Promise<Ready | Refused> {
  const { asker, road, now } = at;
  const texts = textsIn(asker.person.language).desk;
  const { db } = road.database;
  if (!hasDesk(asker)) return { refused: texts.notAllowed };
  const act = findAct(draft.act, draft.kind);
  if (!act || isStale(draft, now)) return { refused: texts.gone };
  const { kind, subjectId: id } = draft;
  const subject = id === undefined ? undefined : await findDeskSubject(db, at, { kind, id });
  if (draft.act !== 'new' && !subject) return { refused: texts.gone };
  if (subject && !maySteer(asker, subject.groupIds)) return { refused: texts.notYours };
  const asking = { ...at, newId: toNewId(draft), ...(subject && { subject }) };
  const opened = await act.open(db, asking);
  return 'refused' in opened ? opened : { act, asking, opened };
}

/** As it stands: its form with what was filled in last, or the preview where it asks nothing. */
export async function openDraft(at: AtDesk, draft: Draft): Promise<DeskAnswer> {
  const over = sayOver(at, draft);
  if (over) return over;
  const ready = await prepare(at, draft);
  if ('refused' in ready) return { kind: 'refused', ...ready };
  const { opened } = ready;
  if (!hasForm(opened)) return preview(ready, draft, {});
  return { kind: 'form', draft, opened, values: draft.values ?? opened.values };
}

function sayOver({ asker }: AtDesk, draft: Draft): DeskAnswer | undefined {
  if (draft.state === 'open') return undefined;
  const texts = textsIn(asker.person.language).desk;
  if (draft.state === 'dropped') return { kind: 'refused', refused: texts.dropped };
  const { kind, subjectId: id = toNewId(draft), said = '' } = draft;
  return { kind: 'done', said: texts.alreadyDone(said), ref: { kind, id }, receipt: toReceipt(draft) };
}

function toReceipt({ id }: Draft): string {
  return toReceiptCode(`desk:${id}`);
}

function hasForm(opened: Opened): opened is WithForm {
  return opened.form !== undefined;
}

/** What was filled in: everything that is wrong with it, or what it comes to. Nothing happens yet. */
export async function fill(at: AtDesk, draft: Draft, entries: Entries): Promise<Step> {
  const over = sayOver(at, draft);
  if (over) return { answer: over };
  const ready = await prepare(at, draft);
  if ('refused' in ready) return { answer: { kind: 'refused', ...ready } };
  const { opened } = ready;
  if (!hasForm(opened)) return { answer: await preview(ready, draft, {}) };
  const read = await check({ ...ready, opened }, entries);
  if ('faults' in read) return { answer: { kind: 'faults', draft, opened, values: entries, ...read } };
  const filled = { ...draft, values: read.answers, version: draft.version + 1 };
  const answer = await preview(ready, filled, read.answers);
  return {
    answer,
    async conclude(tx) {
      await keepFilled(tx, draft, read.answers);
      return answer;
    },
  };
}

async function check(
  { act, asking, opened }: Ready & { readonly opened: WithForm },
  entries: Entries,
): Promise<{ readonly answers: Answers } | Wrong> {
  const { language } = asking.asker.person;
  const { notKept } = textsIn(language).desk;
  const read = checkEntries(opened.form, entries, { language, notKept });
  if ('faults' in read) return read;
  const faults = (await act.check?.(asking.road.database.db, asking, read.answers)) ?? [];
  return faults.length > 0 ? { text: notKept(faults.length), faults } : read;
}

async function preview({ act, asking, opened: { title } }: Ready, draft: Draft, answers: Answers): Promise<DeskAnswer> {
  const seen = await previewAct(act, asking, answers);
  return 'refused' in seen ? { kind: 'refused', ...seen } : { kind: 'preview', draft, title, preview: seen };
}

/** Does what the preview under this seal showed, once; where it would show something else by now, it is shown again. */
export async function confirm(at: AtDesk, draft: Draft, seal: string): Promise<Step> {
  const over = sayOver(at, draft);
  if (over) return { answer: over };
  const ready = await prepare(at, draft);
  if ('refused' in ready) return { answer: { kind: 'refused', ...ready } };
  const { opened } = ready;
  if (hasForm(opened) && !draft.values) return { answer: { kind: 'form', draft, opened, values: opened.values } };
  const answers = draft.values ?? {};
  const seen = await preview(ready, draft, answers);
  if (seen.kind !== 'preview') return { answer: seen };
  const { language } = at.asker.person;
  if (seen.preview.seal !== seal) return { answer: { ...seen, notice: textsIn(language).desk.otherwiseNow } };
  return { answer: seen, conclude: (tx) => conclude(tx, ready, { draft, answers }) };
}

async function conclude(
  tx: Tx,
  { act, asking }: Ready,
  { draft, answers }: { readonly draft: Draft; readonly answers: Answers },
): Promise<DeskAnswer> {
  const { asker, now } = asking;
  const locked = await lockDraft(tx, draft);
  const over = locked && sayOver(asking, locked);
  if (over) return over;
  const done = await performAct(tx, act, asking, answers);
  if ('refused' in done) return { kind: 'refused', ...done };
  const { ref, fields, said, others = [] } = done;
  const { countyId } = draft;
  for (const subjectId of [ref.id, ...others]) {
    const what = { countyId, topic: ref.kind, subjectId, act: act.name };
    await addChange(tx, { ...what, byId: asker.person.id, at: now, fields });
  }
  await endDraft(tx, draft, { state: 'done', said, subjectId: ref.id });
  return { kind: 'done', said, ref, receipt: toReceipt(draft) };
}

/** Nothing of it happens. */
export async function drop(at: AtDesk, draft: Draft): Promise<Step> {
  const over = sayOver(at, draft);
  if (over) return { answer: over };
  const answer: DeskAnswer = { kind: 'refused', refused: textsIn(at.asker.person.language).desk.dropped };
  return {
    answer,
    async conclude(tx) {
      await endDraft(tx, draft, { state: 'dropped' });
      return answer;
    },
  };
}
