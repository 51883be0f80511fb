// Is an answer whole, in order, and free of anything that identifies a person?
import type { Person } from '../directory/person.ts';
import { checkAnswers } from '../message/answers.ts';
import { checkEntries } from '../message/check-entries.ts';
import { missingFor } from '../message/conditions.ts';
import type { Answers } from '../message/form.ts';
import type { Answer, Incoming } from '../platform.ts';
import type { Road } from '../reminders/road.ts';
import { findAskedOrColleague } from '../replies/keep-reply.ts';
import { type Prompt, toUnit } from '../replies/prompt.ts';
import { findLastTime } from '../replies/reply-store.ts';
import { textsIn } from '../text/texts.ts';
import { openPromptForm } from './open-form.ts';
import { wordForm } from './shown-form.ts';

export type Answering = Extract<Incoming, { kind: 'pressed' | 'repeated' | 'submitted' }>;

export interface Act {
  readonly incoming: Answering;
  readonly prompt: Prompt;
  readonly person: Person;
}

export type Checked =
  | { readonly kind: 'whole'; readonly answers: Answers }
  /** Nothing is stored; the answer says what to mend. */
  | { readonly kind: 'refused'; readonly answer: Answer };

export async function checkAct(road: Road, act: Act): Promise<Checked> {
  switch (act.incoming.kind) {
    case 'submitted':
      return checkSubmitted(road, act, act.incoming);
    case 'pressed':
      return checkPressed(road, act, act.incoming.answers);
    case 'repeated':
      return checkRepeated(road, act);
  }
}

type Submitted = Extract<Answering, { kind: 'submitted' }>;

async function checkSubmitted(road: Road, { prompt, person }: Act, { entries, basedOn }: Submitted): Promise<Checked> {
  const { language } = person;
  const worded = await wordForm(road, road.database.db, { prompt, language });
  const { notKept } = textsIn(language).forms;
  const checked = checkEntries(worded.form, entries, { language, notKept });
  return 'faults' in checked
    ? { kind: 'refused', answer: { kind: 'faults', ...worded, values: entries, basedOn, ...checked } }
    : { kind: 'whole', ...checked };
}

/** One press is enough where the form needs no more; else the form opens with it filled in. */
async function checkPressed(road: Road, act: Act, pressed: Answers): Promise<Checked> {
  const { prompt, person } = act;
  const isWhole = missingFor(prompt.form, pressed).length === 0;
  const checked = isWhole ? checkAnswers(prompt.form, pressed, person.language) : undefined;
  if (checked && 'answers' in checked) return { kind: 'whole', answers: checked.answers };
  const notice = textsIn(person.language).road.moreNeeded;
  return { kind: 'refused', answer: await openPromptForm(road, { prompt, person, pressed, notice }) };
}

async function checkRepeated(road: Road, act: Act): Promise<Checked> {
  const { prompt, person } = act;
  const { db } = road.database;
  const asked = await findAskedOrColleague(db, prompt, person);
  const lastTime = asked && (await findLastTime(db, prompt, toUnit(prompt.answerPer, asked)));
  if (!lastTime) {
    return { kind: 'refused', answer: { kind: 'note', text: textsIn(person.language).road.nothingToRepeat } };
  }
  return checkPressed(road, act, lastTime);
}
