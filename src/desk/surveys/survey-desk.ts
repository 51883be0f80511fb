// Surveys at the desk: one is steered as a whole, with all its times of the year ahead.
import type { Db, Tx } from '../../database/open.ts';
import { SubjectId } from '../../ids.ts';
import { toRecurringId, toSubjectId } from '../../reminders/recurring.ts';
import type { Survey } from '../../topics/surveys/survey.ts';
import { findSurvey, listSurveys } from '../../topics/surveys/survey-store.ts';
import { listTimes } from '../../topics/surveys/survey-time.ts';
import type { DeskAsking } from '../desk-act.ts';
import type { DeskSubject, Told } from '../desk-subject.ts';
import type { KindAtDesk, Looking } from '../kind-at-desk.ts';
import { planTimes } from '../plan-times.ts';
import { toYearAhead } from '../year-ahead.ts';

export const surveyDesk: KindAtDesk = {
  async find(db, looking, id) {
    const survey = await findSurvey(db, looking.county.id, id);
    return survey && toSubject(survey, looking);
  },
  async list(db, looking) {
    const surveys = await listSurveys(db, looking.county.id, looking.today);
    return surveys.map((survey) => toSubject(survey, looking));
  },
};

/** One that also asks people beyond its groups is the coordinators' alone. */
function toSubject(survey: Survey, looking: Looking): DeskSubject {
  const { id, countyId, title, groupIds, organisationKinds } = survey;
  const told = listTold(survey, looking);
  const days = listTimes(survey, { ...toYearAhead(looking.today), fromOn: looking.today });
  const day = days[0]?.opensOn ?? survey.answerBy;
  const held = [{ topic: 'survey', countyId, id: SubjectId.parse(id) }] as const;
  return {
    kind: 'survey',
    id,
    countyId,
    title,
    groupIds: organisationKinds.length > 0 ? [] : groupIds,
    day,
    told,
    held,
    isOff: survey.cancelledOn !== undefined,
  };
}

/**
 * A year of what comes every month, a quarter of what comes every week. With 300 people, each time costs a preview some
 * tenths of a second, and a transaction has twenty seconds.
 */
const MOST_TIMES = 12;

/** Each time that is open or to come. */
function listTold(survey: Survey, { today }: Pick<Looking, 'today'>): readonly Told[] {
  const { countyId, rule, cancelledOn } = survey;
  if (!rule) return [{ topic: 'survey', countyId, id: toSubjectId(survey, survey.opensOn) }];
  if (cancelledOn !== undefined) return [];
  return listTimes(survey, toYearAhead(today))
    .filter(({ closesOn }) => closesOn >= today)
    .slice(0, MOST_TIMES)
    .map(({ opensOn }) => ({ topic: 'survey', countyId, id: toSubjectId(survey, opensOn) }));
}

/** The survey of an act about one. */
export async function readSurveyOf(db: Db, { county }: Looking, id: string): Promise<Survey | undefined> {
  const survey = await findSurvey(db, county.id, id);
  return survey?.cancelledOn === undefined ? survey : undefined;
}

export function planSurvey(tx: Tx, asking: DeskAsking, survey: Survey): Promise<readonly Told[]> {
  const { countyId } = survey;
  const after = listTold(survey, asking);
  return planTimes(tx, asking, { topic: 'survey', countyId, after, isOwn: (id) => toRecurringId(id) === survey.id });
}
