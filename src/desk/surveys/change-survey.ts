// Changes a survey. What has been put to people already keeps its questions; what is still to be put has the new ones.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { textsIn } from '../../text/texts.ts';
import { Survey } from '../../topics/surveys/survey.ts';
import { saveSurveys } from '../../topics/surveys/survey-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { subjectOf } from '../subject-of.ts';
import { planSurvey, readSurveyOf } from './survey-desk.ts';
import { createSurveyFields, findContentFaults, readContent, toContentValues } from './survey-fields.ts';

export const changeSurvey: DeskAct = { name: 'change', kind: 'survey', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const { id, title } = subjectOf(asking);
  const survey = await readSurveyOf(db, asking, id);
  if (!survey) return { refused: texts.desk.refusals.surveyOff };
  return {
    title: texts.desk.titles.change(title),
    form: { fields: await createSurveyFields(db, asking, texts) },
    values: toContentValues(survey, texts),
    notice: texts.desk.notices.changeSurvey,
  };
}

async function check(_db: Db, { asker }: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  return findContentFaults(answers, textsIn(asker.person.language));
}

/** A rule goes on as it was, from the first day that is named now. */
async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { asker, county } = asking;
  const texts = textsIn(asker.person.language);
  const before = await readSurveyOf(tx, asking, subjectOf(asking).id);
  const content = readContent(answers, texts);
  if (!before || !content) return { refused: texts.desk.refusals.surveyOff };
  const { id, countyId, rule } = before;
  const goesOn = rule && { rule: { ...rule, time: content.opensAt } };
  const survey = Survey.parse({ ...content, id, countyId, ...goesOn });
  await saveSurveys(tx, county.id, [survey]);
  const told = await planSurvey(tx, asking, survey);
  const note = survey.rule && { note: texts.desk.preview.goesOn };
  return {
    said: texts.desk.done.changed,
    ref: subjectOf(asking),
    told,
    values: toContentValues(survey, texts),
    ...note,
  };
}
