// A year's plan at a glance: by area and goal, each activity with its owner and how it stood last.
import type { Organisation } from '../../directory/organisation.ts';
import type { Message, Part } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Activity } from './activity.ts';
import type { Plan } from './plan.ts';
import { type Round, toSlug } from './round.ts';
import type { Area, Goal } from './strategy.ts';

export interface Overview {
  readonly plan: Plan;
  /** Those that are shown. */
  readonly activities: readonly Activity[];
  readonly rounds: readonly Round[];
  /** In the order of the strategy. */
  readonly areas: readonly Area[];
  readonly goals: readonly Goal[];
  readonly owners: readonly Organisation[];
}

export function composeOverview(overview: Overview, language: Language): Message {
  const { plan, activities } = overview;
  const { plans } = textsIn(language);
  const none: readonly Part[] = [{ kind: 'text', text: plans.overview.none(plan.year) }];
  return {
    language,
    title: plans.overview.title(plan.year, plans.state(plan.state)),
    parts: activities.length === 0 ? none : listGoals(overview, language),
    buttons: [],
  };
}

/** The goals that have an activity to show. */
function listGoals(overview: Overview, language: Language): readonly Part[] {
  const { areas, goals, activities } = overview;
  const { goal: nameGoal } = textsIn(language).plans.overview;
  return areas.flatMap((area) =>
    goals
      .filter(({ areaId }) => areaId === area.id)
      .flatMap((goal): readonly Part[] => {
        const own = activities.filter(({ goalId }) => goalId === goal.id);
        if (own.length === 0) return [];
        const items = own.map((activity) => describe(activity, overview, language));
        return [{ kind: 'list', title: nameGoal(area.name, goal.text), items }];
      }),
  );
}

/** "Språkstöd på arbetsplatsen — Umeå kommun: ▲ Gul, Pågår (avstämning mars)" */
function describe(activity: Activity, { owners, rounds }: Overview, language: Language): string {
  const { plans, lights, planYear } = textsIn(language);
  const { ownerId, latest, carriedFromId } = activity;
  const title = carriedFromId ? planYear.overview.carried(activity.title) : activity.title;
  const owner = owners.find(({ id }) => id === ownerId)?.name ?? '';
  if (!latest) return plans.overview.item(title, owner, plans.overview.unchecked);
  const how = [lights.name(latest.light), ...(latest.status ? [lights.statuses[latest.status]] : [])].join(', ');
  const label = rounds.find((round) => toSlug(round) === latest.round)?.label;
  const state = label === undefined ? how : `${how} (${plans.overview.checked(label)})`;
  return plans.overview.item(title, owner, state);
}
