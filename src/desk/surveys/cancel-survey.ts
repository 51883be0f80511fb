// Calls off a survey, with all its times. Answers that came in are kept; whoever was asked is told once.
import type { Instant } from '../../calendar/zone.ts';
import type { Db, Tx } from '../../database/open.ts';
import type { Answers } from '../../message/form.ts';
import { listLive } from '../../reminders/live-store.ts';
import { toRecurringId } from '../../reminders/recurring.ts';
import { resumeIn } from '../../reminders/steer.ts';
import { textsIn } from '../../text/texts.ts';
import type { Survey } from '../../topics/surveys/survey.ts';
import { saveSurveys } from '../../topics/surveys/survey-store.ts';
import { findClosing, findTime } from '../../topics/surveys/survey-time.ts';
import type { Applied, DeskAct, DeskAsking, Opened, Refused } from '../desk-act.ts';
import type { Told } from '../desk-subject.ts';
import { readText, toTextField } from '../fields.ts';
import { releaseSilent } from '../release-silent.ts';
import { subjectOf } from '../subject-of.ts';
import { callOff } from '../tell-off.ts';
import { planSurvey, readSurveyOf } from './survey-desk.ts';

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
  const live = (await listLive(tx, county.id, 'survey')).filter(({ id }) => toRecurringId(id) === before.id);
  await releaseSilent(
    tx,
    live.map((one) => ({ ...one, topic: 'survey' })),
    asking.now,
  );
  await saveSurveys(tx, county.id, [{ ...before, cancelledOn: today }]);
  const told = await planSurvey(tx, asking, { ...before, cancelledOn: today });
  const reason = readText(answers, 'reason');
  const usefulTo = findLastClosing(before, told, asking);
  for (const one of subjectOf(asking).held) await resumeIn(tx, one, asking.now);
  await callOff(road, tx, told, {
    step: 'called-off',
    ...(usefulTo && { usefulTo }),
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
  return { said: desk.done.surveyOff, ref: subjectOf(asking), told };
}

/** When nobody could have answered any more what has been asked so far. */
function findLastClosing(survey: Survey, told: readonly Told[], { county, today }: DeskAsking): Instant | undefined {
  const asked = told.flatMap(({ id }) => findTime(survey, id) ?? []).filter(({ opensOn }) => opensOn <= today);
  return asked
    .map((time) => findClosing(time, county.timeZone))
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(-1);
}
