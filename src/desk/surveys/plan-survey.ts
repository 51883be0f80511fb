// A survey was saved: the times of the year ahead follow it, and those that it had and has not any more come off.
import type { Tx } from '../../database/open.ts';
import { listLive } from '../../reminders/live-store.ts';
import { planSubject } from '../../reminders/plan-ahead.ts';
import type { Survey } from '../../topics/surveys/survey.ts';
import { toSurveyId } from '../../topics/surveys/survey-time.ts';
import type { DeskAsking } from '../desk-act.ts';
import type { Told } from '../desk-subject.ts';
import { rewriteCards } from '../tell-moved.ts';
import { listTold } from './survey-desk.ts';

/** @returns every time that has something to say, or had */
export async function planSurvey(tx: Tx, asking: DeskAsking, survey: Survey): Promise<readonly Told[]> {
  const { road, now } = asking;
  const { countyId, id } = survey;
  const live = await listLive(tx, countyId, 'survey');
  const before = live.filter((subject) => toSurveyId(subject.id) === id);
  const after = listTold(survey, asking);
  const gone = before.filter((subject) => after.every((one) => one.id !== subject.id));
  const told: readonly Told[] = [...after, ...gone.map((subject) => ({ ...subject, topic: 'survey' }) as const)];
  for (const one of told) {
    await planSubject(tx, road.topics.survey, one, now);
    await rewriteCards(road, tx, one);
  }
  return told;
}
