// English texts: plans.
import type { Texts } from '../sv.ts';

const states = {
  draft: 'draft',
  prepared: 'prepared',
  approved: 'approved',
  'followed-up': 'followed up',
  locked: 'locked',
};

export const plans: Texts['plans'] = {
  state: (state) => states[state],
  // The county's words are Swedish.
  goal: () => 'Goal',

  title: (round, activity) => `Check-in ${round}: ${activity}`,
  facts: {
    owner: 'Responsible',
    lastTime: (round) => `Last time (${round})`,
    answerBy: 'Answer by',
  },
  answered: (organisation, light) => `${organisation} has answered: ${light}`,
  unanswered: (organisation) => `${organisation} has not answered yet`,
  noChange: 'No change',

  overview: {
    title: (year, state) => `The plan for ${year} (${state})`,
    none: (year) => `Your groups follow nothing in the plan for ${year}.`,
    goal: (area, goal) => `${area}. ${goal}`,
    item: (activity, owner, state) => `${activity} — by ${owner}: ${state}`,
    checked: (round) => `check-in ${round}`,
    unchecked: 'not checked in yet',
  },

  form: {
    light: 'Light',
    status: 'Status',
    forecast: 'Forecast',
    forecastHelp: 'How is it going until the end?',
    comment: 'Comment',
    commentNoun: 'a comment',
    commentHelp: 'What has happened, and what deviates?',
    action: 'Action',
    actionNoun: 'an action',
    actionHelp: 'What is done about the deviation?',
    actionBy: 'The action is done by',
    actionByNoun: 'a date when the action is done',
  },
};
