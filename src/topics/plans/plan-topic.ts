// A plan's activity: when it is asked about, whom, what is asked and said, and what an answer changes.
import { addDays, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { findReach } from '../../directory/ladder-reach.ts';
import { listCountyMembersOn, listMembersOn } from '../../directory/membership-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import { NotFound } from '../../errors.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Replied, Subject, Topic } from '../../topic.ts';
import { findLastTime, keepCheckIn, listInRounds, readActivity } from './activity-store.ts';
import { CheckInAnswers } from './check-in.ts';
import { createCheckInForm } from './check-in-form.ts';
import { findPlanAudience } from './plan-audience.ts';
import { type PlanCalendar, planActivity } from './plan-dates.ts';
import { composeCheckIn } from './plan-message.ts';
import { readPlan } from './plan-store.ts';
import { findAnswerBy, findClosing, type Round, toPeriod, toSlug } from './round.ts';
import { listRounds } from './round-store.ts';
import { findGoal } from './strategy-store.ts';

export const planTopic = {
  kind: 'plan',
  dates: findDates,
  upcoming: findUpcoming,
  audience: findAudience,
  asks: findQuestion,
  message: findMessage,
  onAnswers: keepLatest,
} satisfies Topic;

async function readCalendar(db: Db, subject: Subject): Promise<PlanCalendar> {
  const { countyId } = subject;
  const activity = await readActivity(db, subject);
  const { planId } = activity;
  return {
    activity,
    plan: await readPlan(db, { countyId, planId }),
    rounds: await listRounds(db, { countyId, planId }),
    county: await readCounty(db, countyId),
  };
}

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  return planActivity(await readCalendar(db, subject));
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const { id, timeZone, ladders } of await listCounties(db)) {
    const opening = findReach(ladders.plan.steps);
    const closing = findReach(ladders.plan.nudges, ladders.plan.escalate);
    const days = {
      from: addDays(toLocal(from, timeZone).date, -Math.max(opening.after, closing.after)),
      to: addDays(toLocal(to, timeZone).date, Math.max(opening.before, closing.before)),
    };
    found.push(...(await listInRounds(db, id, days)));
  }
  return found;
}

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const { countyId } = due;
  const activity = await readActivity(db, toSubject(due));
  const { groupId, ownerId, responsibleId } = activity;
  const [owner] = await findOrganisations(db, countyId, [ownerId]);
  const away = await findAway(db, countyId, due.date);
  // A responsible person's substitute may sit in another group; who is there needs no look at the whole county.
  const members =
    responsibleId && away.has(responsibleId)
      ? await listCountyMembersOn(db, countyId, due.date)
      : await listMembersOn(db, { countyId, groupId }, due.date);
  return findPlanAudience({ activity, owner, members, away });
}

async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks> {
  const texts = textsIn(language);
  const calendar = await readCalendar(db, toSubject(due));
  const { activity, plan, rounds, county } = calendar;
  const round = findRound(calendar, due);
  const zone = county.timeZone;
  return {
    title: texts.plans.title(round.label, activity.title),
    period: toPeriod(round, plan),
    form: createCheckInForm(texts),
    answerPer: 'organisation',
    groupId: activity.groupId,
    opensAt: toInstant({ date: round.opensOn, time: LocalTime.parse('00:00') }, zone),
    answerBy: findAnswerBy(round, zone),
    closesAt: findClosing(round, { plan, rounds, zone }),
  };
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const { countyId } = due;
  const calendar = await readCalendar(db, toSubject(due));
  const { activity, county } = calendar;
  const round = findRound(calendar, due);
  const [owner] = await findOrganisations(db, countyId, [activity.ownerId]);
  const goal = await findGoal(db, countyId, activity.goalId);
  const earlier = calendar.rounds.filter(({ opensOn }) => opensOn < round.opensOn);
  const last = await findLastTime(db, toSubject(due), earlier.map(toSlug));
  const label = earlier.find((one) => toSlug(one) === last?.round)?.label;
  return composeCheckIn({
    activity,
    round,
    due,
    zone: county.timeZone,
    language,
    words: county.words,
    goal: goal?.text ?? '',
    owner: owner?.name ?? '',
    ...(last && label && { lastTime: { label, answers: last.answers } }),
  });
}

/** The answer becomes the activity's latest state, unless a later round has been answered already. */
async function keepLatest(db: Db, due: Due, { answers, at }: Replied): Promise<void> {
  const calendar = await readCalendar(db, toSubject(due));
  const round = findRound(calendar, due);
  const kept = calendar.rounds.find((one) => toSlug(one) === calendar.activity.latest?.round);
  if (kept && kept.opensOn > round.opensOn) return;
  await keepCheckIn(db, toSubject(due), { ...CheckInAnswers.parse(answers), at, round: toSlug(round) });
}

function findRound({ rounds }: PlanCalendar, { question, subjectId }: Due): Round {
  const round = rounds.find((one) => toSlug(one) === question);
  if (!round) throw new NotFound(`There is no round ${question} for ${subjectId}.`);
  return round;
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
