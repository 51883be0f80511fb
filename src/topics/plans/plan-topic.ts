// A plan's check-ins: when owners are asked, about what, what their groups read of it, and what an answer changes.
import { addDays, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listCounties } from '../../directory/county-store.ts';
import { readGroup } from '../../directory/group-store.ts';
import { findReach } from '../../directory/ladder-reach.ts';
import { listCountyMembersOn, listMembersOn } from '../../directory/membership-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import { dropCounty } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import { toPromptId } from '../../replies/prompt.ts';
import { listPromptsAbout } from '../../replies/prompt-store.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { isInRound } from './activity.ts';
import { listActivities } from './activity-store.ts';
import { type AskedActivity, createCheckInForm, listAskedAbout } from './check-in-form.ts';
import { composeGroupRound } from './group-message.ts';
import { keepLatest } from './keep-latest.ts';
import { isLocked } from './plan.ts';
import { findPlanAudience } from './plan-audience.ts';
import { planGroup, planShare } from './plan-dates.ts';
import { type AskedAbout, composeCheckIn, describeAnswers, titleCheckIn } from './plan-message.ts';
import {
  findLastTimes,
  findRound,
  listInRound,
  listSubjectIds,
  mustReadAbout,
  nameOwners,
  type PlanReading,
  readAbout,
} from './plan-reading.ts';
import { findAnswerBy, findClosing, isOff, type Round, toPeriod } from './round.ts';
import { listPlansInRounds } from './round-store.ts';
import { type Share, toGroupSubject } from './share.ts';
import { listGoals } from './strategy-store.ts';

export const planTopic = {
  kind: 'plan',
  remembers: true,
  dates: findDates,
  upcoming: findUpcoming,
  audience: findAudience,
  asks: findQuestion,
  message: findMessage,
  onAnswers: keepLatest,
} satisfies Topic;

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const reading = await readAbout(db, subject);
  if (!reading) return [];
  if (reading.about.kind === 'group') return planGroup(reading);
  return reading.about.isAlone ? planAlone(db, subject, reading) : planShare(reading);
}

/** Of the rounds in which it was asked so: its own nudges and its own report of silence. */
async function planAlone(db: Db, subject: Subject, reading: PlanReading): Promise<readonly PlannedDate[]> {
  const asked = new Set((await listPromptsAbout(db, 'plan', subject)).map(({ question }) => question));
  const silence = planGroup(reading).filter(({ kind }) => kind === 'escalation');
  return [...planShare(reading), ...silence].filter(({ question }) => question !== undefined && asked.has(question));
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const { id: countyId, timeZone, ladders } of await listCounties(db)) {
    const opening = findReach(ladders.plan.steps);
    const closing = findReach(ladders.plan.nudges, ladders.plan.escalate);
    const days = {
      from: addDays(toLocal(from, timeZone).date, -Math.max(opening.after, closing.after)),
      to: addDays(toLocal(to, timeZone).date, Math.max(opening.before, closing.before)),
    };
    for (const planId of await listPlansInRounds(db, countyId, days)) {
      found.push(...(await listPlanSubjects(db, { countyId, planId })));
    }
  }
  return found;
}

/** What is asked and told of a plan: to be planned anew wherever the plan is saved. */
export async function listPlanSubjects(db: Db, of: Parameters<typeof listActivities>[1]): Promise<readonly Subject[]> {
  return listSubjectIds(await listActivities(db, of)).map((id) => ({ countyId: of.countyId, id }));
}

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const reading = await readAbout(db, toSubject(due));
  if (!reading) return [];
  const { about } = reading;
  if (about.kind === 'group') return [{ kind: 'group', groupId: about.groupId }];
  return findAnswerers(db, due, about.share);
}

async function findAnswerers(
  db: Db,
  due: Due,
  { ownerId, answerer, activities }: Share,
): Promise<readonly Recipient[]> {
  const { countyId } = due;
  const [first] = activities;
  if (!first) return [];
  const { groupId } = first;
  const [owner] = await findOrganisations(db, countyId, [ownerId]);
  const away = await findAway(db, countyId, due.date);
  // A responsible person's substitute may sit in another group; who is there needs no look at the whole county.
  const members =
    answerer.kind === 'person' && away.has(answerer.personId)
      ? await listCountyMembersOn(db, countyId, due.date)
      : await listMembersOn(db, { countyId, groupId }, due.date);
  return findPlanAudience({ answerer, ownerId, groupId, owner, members, away });
}

/** Undefined where the plan is locked or the round called off, or nothing of it is asked any more. */
async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks | undefined> {
  const reading = await readAbout(db, toSubject(due));
  const round = reading?.rounds.find((one) => dropCounty(one.id) === due.question);
  if (!reading || !round || isOff(round) || isLocked(reading.plan)) return undefined;
  const { about, plan, rounds, county } = reading;
  const asked = listInRound(reading, round);
  if (asked.length === 0) return undefined;
  const zone = county.timeZone;
  const [first] = asked;
  const groupIds = [...new Set(asked.map(({ groupId }) => groupId))];
  const isGroup = about.kind === 'group';
  return {
    title: await findTitle(db, reading, { round, language }),
    period: toPeriod(round, plan),
    form: createCheckInForm(await listAsked(db, reading, { round, language }), textsIn(language)),
    answerPer: 'organisation',
    ...(first && { groupId: isGroup ? about.groupId : first.groupId }),
    ...(!isGroup && {
      partOf: groupIds.map((groupId) => ({
        subjectId: toGroupSubject(plan.id, groupId),
        question: dropCounty(round.id),
      })),
    }),
    opensAt: toInstant({ date: round.opensOn, time: LocalTime.parse('00:00') }, zone),
    answerBy: findAnswerBy(round, zone),
    closesAt: findClosing(round, { plan, rounds, zone }),
  };
}

/** Of a group with its name: who is told of its silence may be told of others' too. */
async function findTitle(db: Db, reading: PlanReading, { round, language }: Listing): Promise<string> {
  const { about, county } = reading;
  if (about.kind === 'group') {
    const { name } = await readGroup(db, { countyId: county.id, groupId: about.groupId });
    return textsIn(language).plans.title(round.label, name);
  }
  const activities = listInRound(reading, round);
  const owner = (await nameOwners(db, activities)).values().next().value ?? '';
  return titleCheckIn({ asked: activities.map((activity) => ({ activity, goal: '' })), round, owner, language });
}

interface Listing {
  readonly round: Round;
  readonly language: Language;
}

async function listAsked(
  db: Db,
  reading: PlanReading,
  { round, language }: Listing,
): Promise<readonly AskedActivity[]> {
  const activities = listInRound(reading, round);
  const lastTimes = await findLastTimes(db, reading, { activities, round });
  return activities.map(({ id, title }) => {
    const last = lastTimes.get(id);
    const lastTime = last && textsIn(language).planYear.before(last.label, describeAnswers(last.answers, language));
    return { slug: dropCounty(id), title, ...(lastTime !== undefined && { lastTime }) };
  });
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const reading = await mustReadAbout(db, toSubject(due), due.prompt?.form);
  const { about, county } = reading;
  const round = findRound(reading, due);
  // A card shows what it asked, also when the plan has changed meanwhile.
  const asked = due.prompt && new Set(listAskedAbout(due.prompt.form));
  const now = listInRound(reading, round);
  const shown = asked ? reading.activities.filter(({ id }) => asked.has(dropCounty(id))) : now;
  const activities = shown.length > 0 ? shown : now;
  const lastTimes = await findLastTimes(db, reading, { activities, round });
  const owners = await nameOwners(db, activities);
  const goals = new Map((await listGoals(db, due.countyId)).map(({ id, text }) => [id, text]));
  const told = activities.map((activity) => {
    const lastTime = lastTimes.get(activity.id);
    const owner = owners.get(activity.ownerId) ?? '';
    return { activity, owner, goal: goals.get(activity.goalId) ?? '', ...(lastTime && { lastTime }) };
  });
  const card = { round, due, language, zone: county.timeZone };
  if (about.kind === 'group') {
    const asking = about.shares.filter((share) => share.activities.some((activity) => isInRound(activity, round)));
    const answering = asking.map(({ id, ownerId, activities: [first] }) => ({
      promptId: toPromptId('plan', id, dropCounty(round.id)),
      owner: owners.get(ownerId) ?? '',
      about: first?.title ?? '',
    }));
    return composeGroupRound({ ...card, followed: told, answering });
  }
  const owner = told[0]?.owner ?? '';
  return composeCheckIn({ ...card, asked: told satisfies readonly AskedAbout[], owner, words: county.words });
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
