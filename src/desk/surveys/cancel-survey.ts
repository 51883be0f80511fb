// Calls off a survey, with all its times. Answers that came in are kept; whoever was asked is told once.
import type { Db, Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { textsIn } from '../../text/texts.ts';
import { saveSurveys } from '../../topics/surveys/survey-store.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import { readText, toTextField } from '../fields.ts';
import { subjectOf } from '../subject-of.ts';
import { callOff } from '../tell-off.ts';
import { planSurvey } from './plan-survey.ts';
import { readSurveyOf } from './survey-desk.ts';

export const cancelSurvey: DeskAct = { name: 'cancel', kind: 'survey', open, apply };

async function open(db: Db, asking: DeskAsking): Promise<Opened | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const { id, title } = subjectOf(asking);
  if (!(await readSurveyOf(db, asking, id))) return { refused: desk.refusals.surveyOff };
  const reason = toTextField({
    key: 'reason',
    label: desk.fields.reason,
    help: desk.fields.reasonTold,
    required: false,
  });
  return {
    title: desk.titles.cancel(title),
    form: { fields: [reason] },
    values: {},
    notice: desk.notices.cancelSurvey,
  };
}

async function apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused> {
  const { road, asker, county, today } = asking;
  const { desk } = textsIn(asker.person.language);
  const before = await readSurveyOf(tx, asking, subjectOf(asking).id);
  if (!before) return { refused: desk.refusals.surveyOff };
  await saveSurveys(tx, county.id, [{ ...before, cancelledOn: today }]);
  const told = await planSurvey(tx, asking, { ...before, cancelledOn: today });
  const reason = readText(answers, 'reason');
  for (const one of told) {
    await callOff(road, tx, one, {
      step: 'called-off',
      compose(language) {
        const { news } = textsIn(language).desk;
        const text = [news.surveyOff, ...(reason === undefined ? [] : [reason])].join(' ');
        return {
          language,
          title: news.off(before.title),
          parts: [{ kind: 'notice', tone: 'warning', text }],
          buttons: [],
        };
      },
    });
  }
  return { said: desk.done.surveyOff, ref: subjectOf(asking), told };
}
