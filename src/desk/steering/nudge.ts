// "Påminn dem som inte svarat nu": the question once more, to the silent alone.

import type { Db, Tx } from '../../database/open.ts';
import { nudgeNow } from '../../reminders/nudge-now.ts';
import { isPaused } from '../../reminders/pause-store.ts';
import { countUnits, findSilent } from '../../reminders/silent.ts';
import { isClosed, type Prompt } from '../../replies/prompt.ts';
import { readStanding } from '../../replies/reply-store.ts';
import { formatInstant } from '../../text/format.ts';
import { textsIn } from '../../text/texts.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { DeskKind } from '../desk-subject.ts';
import { subjectOf } from '../subject-of.ts';
import { listQuestions } from './questions.ts';

export function createNudge(kind: DeskKind): DeskAct {
  return { name: 'nudge', kind, open, apply };
}

/** Those that are open and that somebody has not answered. */
async function listUnanswered(db: Db, asking: DeskAsking): Promise<readonly Prompt[]> {
  const prompts = await listQuestions(db, subjectOf(asking).told);
  const unanswered: Prompt[] = [];
  for (const prompt of prompts.filter((one) => !isClosed(one, asking.now))) {
    if (findSilent(await readStanding(db, prompt)).length > 0) unanswered.push(prompt);
  }
  return unanswered;
}

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { told, title } = subjectOf(asking);
  if (await isPaused(db, told)) return { refused: desk.refusals.isPaused };
  if ((await listUnanswered(db, asking)).length === 0) return { refused: desk.refusals.nobodySilent };
  return { title: desk.titles.nudge(title), values: {} };
}

/** Nobody twice within the hour: whoever presses again is told when it was. */
async function apply(tx: Tx, asking: DeskAsking): Promise<Applied | Refused> {
  const { road, now, asker, county, today } = asking;
  const { language } = asker.person;
  const { desk } = textsIn(language);
  let silent = 0;
  const rested: Date[] = [];
  for (const prompt of await listUnanswered(tx, asking)) {
    const nudged = await nudgeNow(road, tx, prompt, now);
    if (nudged.kind === 'nudged') silent += countUnits(findSilent(await readStanding(tx, prompt)));
    if (nudged.kind === 'rested') rested.push(nudged.last);
  }
  const [last] = rested;
  if (silent === 0) {
    const refused = last
      ? desk.refusals.nudgedLately(formatInstant(last, county.timeZone, language, today))
      : desk.refusals.nobodySilent;
    return { refused };
  }
  const subject = subjectOf(asking);
  const fields = [{ label: desk.fields.nudged, to: String(silent) }];
  return { said: desk.done.nudged(silent), ref: subject, told: subject.told, fields };
}
