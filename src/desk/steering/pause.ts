// Holds what a subject has to say, and lets it go on.
import type { Db, Tx } from '../../database/open.ts';
import { isPaused } from '../../reminders/pause-store.ts';
import { pauseIn, resumeIn } from '../../reminders/steer.ts';
import { type Texts, textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind, DeskSubject } from '../desk-subject.ts';
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
  const subject = subjectOf(asking);
  if (subject.isOff) return { refused: desk.refusals.isOff };
  if (await isPaused(db, subject.held)) return { refused: desk.refusals.isPaused };
  const reason = toTextField({ key: 'reason', label: desk.fields.reason, required: false });
  const notice = [desk.notices.pause, ...(holdsMore(subject) ? [desk.notices.pauseAll] : [])].join(' ');
  return { title: desk.titles.pause(subject.title), form: { fields: [reason] }, values: {}, notice };
}

/** Also what is planned of it later. */
function holdsMore({ told, held }: DeskSubject): boolean {
  return held.some(({ id }) => told.every((one) => one.id !== id));
}

async function applyPause(tx: Tx, asking: DeskAsking): Promise<Applied> {
  const subject = subjectOf(asking);
  for (const one of subject.held) await pauseIn(tx, one, asking.now);
  const texts = textsIn(asking.asker.person.language);
  return {
    ...{ said: texts.desk.done.paused, ref: subject, told: subject.told, fields: [toField(texts, 'paused')] },
    ...(holdsMore(subject) && { note: texts.desk.notices.pauseAll }),
  };
}

async function openResume(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { title, told, held } = subjectOf(asking);
  // One part may be paused by itself, from the command line.
  if (!(await isPaused(db, [...held, ...told]))) return { refused: desk.refusals.isNotPaused };
  return { title: desk.titles.resume(title), values: {} };
}

async function applyResume(tx: Tx, asking: DeskAsking): Promise<Applied | Refused> {
  const subject = subjectOf(asking);
  const texts = textsIn(asking.asker.person.language);
  for (const one of subject.held) await resumeIn(tx, one, asking.now);
  // The whole of which it is a part was paused from the command line.
  if (await isPaused(tx, subject.held)) return { refused: texts.desk.refusals.isPausedAsPart };
  return { said: texts.desk.done.resumed, ref: subject, told: subject.told, fields: [toField(texts, 'going')] };
}

function toField({ desk }: Texts, to: 'paused' | 'going') {
  const { reminders } = desk;
  const from = to === 'paused' ? reminders.going : reminders.paused;
  return { label: reminders.label, from, to: reminders[to] };
}
