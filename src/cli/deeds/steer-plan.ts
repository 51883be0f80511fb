// Shows how a year's plan stands, when it has been taken a step further, copied or added to where that was asked.
import { describePlan } from '../describe-plan.ts';
import { findUser } from '../find-user.ts';
import { type Place, perform } from '../perform.ts';
import { type PlanRequest, planTask } from '../tasks/plan-task.ts';

export async function steerPlan(place: Place, asked: Omit<PlanRequest, 'by'>): Promise<void> {
  console.log(describePlan(await perform(place, planTask, { ...asked, by: findUser() })));
}
