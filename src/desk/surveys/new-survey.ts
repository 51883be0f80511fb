// Puts a coordinator's own questions to people, once or each time a rule comes round.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers, FieldFault } from '../../message/form.ts';
import { textsIn } from '../../text/texts.ts';
import { Survey } from '../../topics/surveys/survey.ts';
import { saveSurveys } from '../../topics/surveys/survey-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readDate } from '../fields.ts';
import { createRepetitionFields, readRule } from '../repetition.ts';
import { listSteerable } from '../steerable-groups.ts';
import { planSurvey } from './survey-desk.ts';
import { createSurveyFields, findContentFaults, readContent } from './survey-fields.ts';

export const newSurvey: DeskAct = { name: 'new', kind: 'survey', open, check, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const texts = textsIn(asking.asker.person.language);
  const { desk } = texts;
  const groups = await listSteerable(db, asking.asker);
  if (groups.length === 0) return { refused: desk.noGroups };
  const [only, second] = groups;
  return {
    title: desk.titles.new.survey,
    form: {
      fields: [...(await createSurveyFields(db, asking, texts)), ...createRepetitionFields(texts, false)],
    },
    values: {
      ...{ per: 'person', nudges: ['3', '0'], escalates: 'yes', repeats: 'once' },
      ...(only && !second && { groups: [only.id] }),
    },
    notice: desk.notices.newSurvey,
  };
}

async function check(_db: Db, { asker, today }: DeskAsking, answers: Answers): Promise<readonly FieldFault[]> {
  const texts = textsIn(asker.person.language);
  const { faults } = texts.desk;
  const [opensOn, answerBy] = [readDate(answers, 'opensOn'), readDate(answers, 'answerBy')];
  return [
    ...findContentFaults(answers, texts),
    ...(opensOn && opensOn < today ? [{ field: 'opensOn', message: faults.isPast }] : []),
    ...(answerBy && answerBy < today ? [{ field: 'answerBy', message: faults.isPast }] : []),
  ];
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { asker, county, newId } = asking;
  const texts = textsIn(asker.person.language);
  const content = readContent(answers, texts);
  if (!content) return { refused: texts.desk.gone };
  const start = { start: content.opensOn, time: content.opensAt, zone: county.timeZone };
  const rule = readRule(answers, start);
  const survey = Survey.parse({ ...content, id: newId, countyId: county.id, ...(rule && { rule }) });
  await saveSurveys(tx, county.id, [survey]);
  const told = await planSurvey(tx, asking, survey);
  const note = survey.rule && { note: texts.desk.preview.goesOn };
  return { said: texts.desk.done.saved, ref: { kind: 'survey', id: newId }, told, ...note };
}
