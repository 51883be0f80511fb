// How a year's plan stands, in words for an operator.
import type { PlanReply } from './tasks/plan-task.ts';

export function describePlan({ year, state, activities, steps, addenda, copied }: PlanReply): string {
  return [
    ...(copied ? [`${copied.carried} carried over, ${copied.already} were there, ${copied.finished} finished.`] : []),
    `The plan for ${year} is ${state}.`,
    ...activities.map(({ title, light = 'not checked in', status, carriedFrom }) =>
      [`  ${title}: ${[light, status].filter(Boolean).join(', ')}`, carriedFrom && `from ${carriedFrom}`]
        .filter(Boolean)
        .join(', '),
    ),
    ...steps.map(({ on, from, to, meeting, dnr }) =>
      [`${on}: ${from} → ${to}`, meeting && `at ${meeting}`, dnr && `no. ${dnr}`].filter(Boolean).join(', '),
    ),
    ...addenda.map(({ on, text }) => `${on}, addendum: ${text}`),
  ].join('\n');
}
