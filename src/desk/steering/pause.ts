// Holds what a subject has to say, and lets it go on.
import type { Db, Tx } from '../../database/open.ts';
import { isPaused } from '../../reminders/pause-store.ts';
import { pauseIn, resumeIn } from '../../reminders/steer.ts';
import { type Texts, textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind } from '../desk-subject.ts';
import { toTextField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';

export function createPause(kind: DeskKind): DeskAct {
  return { name: 'pause', kind, open: openPause, apply: applyPause };
}

export function createResume(kind: DeskKind): DeskAct {
  return { name: 'resume', kind, open: openResume, apply: applyResume };
}

async function openPause(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { title, told } = subjectOf(asking);
  if (await isPaused(db, told)) return { refused: desk.refusals.isPaused };
  const reason = toTextField({ key: 'reason', label: desk.fields.reason, required: false });
  return { title: desk.titles.pause(title), form: { fields: [reason] }, values: {}, notice: desk.notices.pause };
}

async function applyPause(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  for (const one of subject.told) await pauseIn(tx, one, asking.now);
  const texts = textsIn(asking.asker.person.language);
  return { said: texts.desk.done.paused, ref: subject, told: subject.told, fields: [toField(texts, 'paused')] };
}

async function openResume(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { title, told } = subjectOf(asking);
  if (!(await isPaused(db, told))) return { refused: desk.refusals.isNotPaused };
  return { title: desk.titles.resume(title), values: {} };
}

async function applyResume(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  for (const one of subject.told) await resumeIn(tx, one, asking.now);
  const texts = textsIn(asking.asker.person.language);
  return { said: texts.desk.done.resumed, ref: subject, told: subject.told, fields: [toField(texts, 'going')] };
}

function toField({ desk }: Texts, to: 'paused' | 'going') {
  const { reminders } = desk;
  const from = to === 'paused' ? reminders.going : reminders.paused;
  return { label: reminders.label, from, to: reminders[to] };
}
