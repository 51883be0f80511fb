// Check-in rounds at the desk: each asks about all the activities of a plan, so coordinators alone steer them.
import type { Db } from '../../database/open.ts';
import { SubjectId } from '../../ids.ts';
import { textsIn } from '../../text/texts.ts';
import { isChecked, type Plan } from '../../topics/plans/plan.ts';
import { listPlans } from '../../topics/plans/plan-store.ts';
import { listPlanSubjects } from '../../topics/plans/plan-topic.ts';
import { findClosing, isOff, type Round, toSlug } from '../../topics/plans/round.ts';
import { listRounds } from '../../topics/plans/round-store.ts';
import type { DeskAsking, Refused } from '../desk-act.ts';
import type { DeskSubject, Told } from '../desk-subject.ts';
import type { KindAtDesk, Looking } from '../kind-at-desk.ts';
import { subjectOf } from '../subject-of.ts';

export const roundDesk: KindAtDesk = {
  async find(db, looking, id) {
    const found = await findRound(db, looking, id);
    return found && toSubject(db, looking, found);
  },
  list,
};

export interface RoundOfPlan {
  readonly round: Round;
  readonly plan: Plan;
}

async function findRound(db: Db, looking: Looking, id: string): Promise<RoundOfPlan | undefined> {
  return (await listAll(db, looking)).find(({ round }) => round.id === id);
}

/** To do something with that is still to come of it. */
export async function findLive(db: Db, asking: DeskAsking): Promise<RoundOfPlan | Refused> {
  const { desk } = textsIn(asking.asker.person.language);
  const found = await findRound(db, asking, subjectOf(asking).id);
  if (!found) return { refused: desk.gone };
  return isOff(found.round) ? { refused: desk.refusals.roundOff } : found;
}

/** The other rounds of its plan, apart from those that are off. */
export async function listOthers(db: Db, looking: Looking, id: string): Promise<readonly Round[]> {
  const all = await listAll(db, looking);
  const own = all.find(({ round }) => round.id === id);
  const others = all.filter(({ round, plan }) => round.id !== id && plan.id === own?.plan.id && !isOff(round));
  return others.map(({ round }) => round);
}

async function listAll(db: Db, { county }: Looking): Promise<readonly RoundOfPlan[]> {
  const all: RoundOfPlan[] = [];
  for (const plan of (await listPlans(db, county.id)).filter(isChecked)) {
    const rounds = await listRounds(db, { countyId: county.id, planId: plan.id });
    all.push(...rounds.map((round) => ({ round, plan })));
  }
  return all;
}

/** Late answers are taken for a while: until then a round is not over. */
async function list(db: Db, looking: Looking): Promise<readonly DeskSubject[]> {
  const { county, now } = looking;
  const all = await listAll(db, looking);
  const subjects: DeskSubject[] = [];
  for (const { round, plan } of all) {
    const rounds = all.filter((one) => one.plan.id === plan.id).map((one) => one.round);
    if (!isOff(round) && findClosing(round, { plan, rounds, zone: county.timeZone }) > now) {
      subjects.push(await toSubject(db, looking, { round, plan }));
    }
  }
  return subjects;
}

async function toSubject(db: Db, looking: Looking, { round, plan }: RoundOfPlan): Promise<DeskSubject> {
  const { id, countyId, label, closesOn: day } = round;
  const title = textsIn(looking.asker.person.language).desk.roundTitle(label, plan.year);
  const held = [{ topic: 'plan', countyId, id: SubjectId.parse(round.planId), question: toSlug(round) }] as const;
  const told = await listTold(db, round);
  return { kind: 'round', id, countyId, title, groupIds: [], day, told, held, isOff: isOff(round) };
}

/** The question of the round, as each owner and each group of the plan gets it. */
export async function listTold(db: Db, round: Round): Promise<readonly Told[]> {
  const { countyId, planId } = round;
  const question = toSlug(round);
  const subjects = await listPlanSubjects(db, { countyId, planId });
  return subjects.map(({ id }) => ({ topic: 'plan', countyId, id, question }));
}
