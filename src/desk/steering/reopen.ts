// Opens a closed question again, until a day and for a reason that stays with it.
import { LocalTime } from '../../calendar/local-date.ts';
import { toInstant } from '../../calendar/zone.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { toPromptDue } from '../../reminders/due.ts';
import { isClosed, type Prompt } from '../../replies/prompt.ts';
import { reopenPrompt } from '../../replies/prompt-steer-store.ts';
import { formatDate } from '../../text/format.ts';
import { textsIn } from '../../text/texts.ts';
import { steersAll } from '../asker.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind } from '../desk-subject.ts';
import { readDate, toDateField, toTextField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';
import { rewriteCards } from '../tell-moved.ts';
import { listQuestions } from './questions.ts';

export function createReopen(kind: DeskKind): DeskAct {
  return { name: 'reopen', kind, open, check, apply };
}

/** Those that are still asked: about the day that a meeting was moved from, nobody is to answer again. */
async function listClosed(db: Db, asking: DeskAsking): Promise<readonly Prompt[]> {
  const closed: Prompt[] = [];
  for (const prompt of await listQuestions(db, subjectOf(asking).told)) {
    if (isClosed(prompt, asking.now) && (await isAsked(db, asking, prompt))) closed.push(prompt);
  }
  return closed;
}

async function isAsked(db: Db, { road, now }: DeskAsking, prompt: Prompt): Promise<boolean> {
  const due = await toPromptDue(db, prompt, now);
  return (await road.topics[prompt.topic].asks?.(db, due, prompt.language)) !== undefined;
}

/** After the close only a coordinator changes anything. */
async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  if (!steersAll(asking.asker)) return { refused: desk.coordinatorsOnly };
  if ((await listClosed(db, asking)).length === 0) return { refused: desk.refusals.nothingClosed };
  const { fields } = desk;
  const reason = { key: 'reason', label: fields.reason, help: fields.reasonKept, required: true };
  return {
    title: desk.titles.reopen(subjectOf(asking).title),
    form: { fields: [toDateField({ key: 'until', label: fields.openUntil, required: true }), toTextField(reason)] },
    values: {},
    notice: desk.notices.reopen,
  };
}

async function check(_db: Db, { asker, today }: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const until = readDate(answers, 'until');
  const { faults } = textsIn(asker.person.language).desk;
  return until && until < today ? [{ field: 'until', message: faults.isPast }] : [];
}

const LAST_MINUTE = LocalTime.parse('23:59');

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { road, county, asker, today } = asking;
  const { language } = asker.person;
  const { desk } = textsIn(language);
  const date = readDate(answers, 'until');
  if (!date) return { refused: desk.gone };
  const until = toInstant({ date, time: LAST_MINUTE }, county.timeZone);
  const subject = subjectOf(asking);
  for (const prompt of await listClosed(tx, asking)) await reopenPrompt(tx, prompt, until);
  for (const one of subject.told) await rewriteCards(road, tx, one);
  const fields = [{ label: desk.questions.label, from: desk.questions.closed, to: desk.questions.open }];
  return { said: desk.done.reopened(formatDate(date, language, today)), ref: subject, told: subject.told, fields };
}
