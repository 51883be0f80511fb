// Gives people more days to answer a survey that comes once.
import { addDays, daysBetween } from '../../calendar/local-date.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { releasePrompt } from '../../replies/prompt-steer-store.ts';
import { textsIn } from '../../text/texts.ts';
import { saveSurveys } from '../../topics/surveys/survey-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate, toDateField } from '../fields.ts';
import { listQuestions } from '../steering/questions.ts';
import { subjectOf } from '../subject-of.ts';
import { planSurvey, readSurveyOf } from './survey-desk.ts';

export const prolongSurvey: DeskAct = { name: 'prolong', kind: 'survey', open, check, apply };

const WEEK = 7;

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { id, title } = subjectOf(asking);
  const survey = await readSurveyOf(db, asking, id);
  if (!survey) return { refused: desk.refusals.surveyOff };
  if (survey.rule) return { refused: desk.refusals.surveyRecurs };
  return {
    title: desk.titles.prolong(title),
    form: { fields: [toDateField({ key: 'answerBy', label: desk.fields.surveyAnswerBy, required: true })] },
    values: { answerBy: addDays(survey.answerBy, WEEK) },
  };
}

async function check(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const { faults } = textsIn(asking.asker.person.language).desk;
  const survey = await readSurveyOf(db, asking, subjectOf(asking).id);
  const answerBy = readDate(answers, 'answerBy');
  if (!survey || !answerBy || (answerBy > survey.answerBy && answerBy >= asking.today)) return [];
  return [{ field: 'answerBy', message: faults.notLater }];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { asker, county } = asking;
  const { desk } = textsIn(asker.person.language);
  const subject = subjectOf(asking);
  const before = await readSurveyOf(tx, asking, subject.id);
  const answerBy = readDate(answers, 'answerBy');
  if (!before || !answerBy) return { refused: desk.refusals.surveyOff };
  const closesOn = addDays(before.closesOn, daysBetween(before.answerBy, answerBy));
  const survey = { ...before, answerBy, closesOn };
  await saveSurveys(tx, county.id, [survey]);
  // Also one that was closed early: its subject's days count again.
  for (const prompt of await listQuestions(tx, subject.told)) await releasePrompt(tx, prompt);
  const told = await planSurvey(tx, asking, survey);
  return { said: desk.done.prolonged, ref: subject, told };
}
