// English texts: a plan's year. Its steps, its rounds, its history, and what is copied to the next year.
import { formatCount, formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

const acts = {
  prepare: { does: 'prepare the plan', word: 'prepared' },
  approve: { does: 'approve the plan', word: 'approved' },
  'follow-up': { does: 'mark the plan as followed up', word: 'followed-up' },
  lock: { does: 'lock the plan', word: 'lock' },
};

const titles = { prepare: 'Prepared', approve: 'Approved', 'follow-up': 'Followed up', lock: 'Locked' };

const roles = {
  coordinator: "the county's coordinators",
  preparer: 'those who convene the group that prepares the plan',
};

const states = {
  draft: 'a draft',
  prepared: 'prepared',
  approved: 'approved',
  'followed-up': 'followed up',
  locked: 'locked',
};

const follows = {
  prepare: 'Then the council can approve it. Nothing is sent.',
  approve: 'Then the check-ins begin: those responsible are asked when the next round opens.',
  'follow-up': 'Then the check-ins end. Open questions can be answered until they close.',
  lock: 'Then nothing in the plan can change, open questions close and only addenda are taken. It cannot be undone.',
};

export const planYear: Texts['planYear'] = {
  titleOfSeveral: (round, owner, count) => `Check-in ${round}: ${owner}, ${count} parts`,
  lastTime: (last) => `${last.charAt(0).toUpperCase()}${last.slice(1)}.`,
  before: (round, answers) => `last time (${round}): ${answers}`,
  item: (activity, round, answers) => `${activity} — last time (${round}): ${answers}`,
  itemUnchecked: (activity) => `${activity} — not checked in before`,
  allGreen: 'All green',
  answer: 'Answer',
  answerFor: (who) => `Answer for ${who}`,
  roundTitle: (round) => `Check-in ${round}`,
  progress: (checked, all) => `Checked in: ${checked} of ${all}`,
  roundHow: (until, isHereToo) =>
    `Those responsible have the question in a chat of their own, to be answered by ${until}.${isHereToo ? ' It can be answered here too.' : ''}`,

  remembered: "Last time's answers are filled in. Change what is new and send.",
  draft: {
    save: 'Save draft',
    kept: 'The draft is saved. Only you see it. Open the question again to go on.',
    restored: 'This is your draft. It has not been sent yet.',
    answeredSince: (organisation, at, answer) =>
      `${organisation} has answered (${at}, ${answer}) since you began to write.`,
    overwrites: 'The fields show your draft, which is older. If you send it, it replaces that answer.',
    closed: 'The draft is not saved. The question is closed.',
  },

  words: {
    acts: {
      prepare: ['prepared', 'prepare'],
      approve: ['approved', 'approve'],
      'follow-up': ['followed-up', 'follow-up'],
      lock: ['lock', 'locked'],
    },
    copy: ['copy', 'carry-over'],
    history: ['history', 'timeline'],
    addendum: ['addendum'],
    yes: ['yes'],
    dnr: ['ref', 'dnr'],
  },

  step: {
    title: (act, year) => `${titles[act]}: the plan for ${year}`,
    becomes: (year, from, to) => `The plan for ${year} is ${states[from]} and becomes ${states[to]}.`,
    decided: (day, dnr) =>
      `The council's meeting of ${day}${dnr === undefined ? ', without a registration number' : `, no. ${dnr}`}.`,
    follows: (act) => follows[act],
    confirm: (command) => `Nothing is done yet. Write "${command}" to do it.`,
    done: (year, state) => `The plan for ${year} is ${states[state]} now.`,
    refused: (why) => `Nothing is changed. ${why}`,
    notAllowed: (act, by) =>
      `Only ${formatList(
        by.map((role) => roles[role]),
        'en',
      )} can ${acts[act].does}.`,
    notNext: (act, state) => `The plan is ${states[state]}, so you cannot ${acts[act].does}.`,
    writeNext: (next) =>
      next === undefined
        ? 'A locked plan does not change any more. Write "plan addendum" and the text.'
        : `The next step is "plan ${acts[next].word}".`,
    noDay: "Choose the day of the council's decision.",
    writeDay:
      'Write the day of the council\'s decision after it, and its number if there is one: "plan approved 2024-02-28 ref 1539-2023-1".',
    dayAhead: (day) => `${day} is still to come. Write the day on which the council decided.`,
    noMeeting: (day, held) =>
      `The council had no meeting on ${day}. ${
        held.length === 0 ? 'Add the meeting first.' : `It last met on ${formatList(held, 'en')}.`
      }`,
    personalDnr: 'The registration number looks like a personal identity number. Correct it.',
    longDnr: (length, most) => `The registration number is ${length} characters. Shorten it to at most ${most}.`,
    overtaken: 'Somebody else changed the plan meanwhile. Look at it again.',
    noPlan: (year) => (year === undefined ? 'The county has no plan yet.' : `The county has no plan for ${year}.`),
    how: (words) => `I do not understand. Write "plan", or "plan" and one of: ${words.join(', ')}.`,
  },

  copy: {
    title: (from, to) => `Copy the plan for ${from} to ${to}`,
    will: (carried, finished) =>
      `${formatCount(carried, 'unfinished activity comes along', 'unfinished activities come along')}. ${formatCount(finished, 'finished one stays', 'finished ones stay')}.`,
    already: (count) =>
      `${formatCount(count, 'activity was copied before and is', 'activities were copied before and are')} left as it is there.`,
    done: (to, carried) =>
      `The plan for ${to} is a draft with ${formatCount(carried, 'new activity', 'new activities')} from the year before.`,
    notLater: 'Write a later year than that of the plan, such as "plan copy 2025".',
    notDraft: (year, state) => `The plan for ${year} is already ${states[state]} and is not changed by a copy.`,
    noStrategy: (year) => `None of the county's strategies is in force in ${year}.`,
    notAllowed: `Only ${roles.coordinator} and ${roles.preparer} can copy the plan.`,
  },

  addendum: {
    how: 'Write the text after "plan addendum".',
    kept: (year) => `The addendum to the plan for ${year} is saved. The rest of the plan is as it was.`,
    notAllowed: "Only the county's coordinators can add to a locked plan.",
    notLocked: (year) => `The plan for ${year} is not locked. Change it instead.`,
    tooLong: (length, most) => `The text is ${length} characters. Shorten it to at most ${most}.`,
    list: 'Addenda',
    item: (day, text) => `${day}: ${text}`,
  },

  overview: {
    history: "The plan's way",
    stepItem: (day, state, detail) => `${day}: ${states[state]}${detail}`,
    meeting: (day) => `, the council's meeting of ${day}`,
    dnr: (dnr) => `, no. ${dnr}`,
    carried: (title) => `${title} (from the year before)`,
  },

  history: {
    title: (activity) => `How it has gone: ${activity}`,
    how: 'Write what you want to see after it, such as "plan history language support".',
    unknown: (text, nearest) =>
      `There is nothing called "${text}" in the plans.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
    several: (found) => `There are several. Write more of the name: ${formatList(found, 'en')}.`,
    none: 'It has not been checked in yet.',
    item: (day, round, how) => `${day}, check-in ${round}: ${how}`,
    late: 'late answer',
    copy: 'no change',
    replaced: 'changed later',
    action: (action, by) => `Action: ${action}${by === undefined ? '' : `, done by ${by}`}`,
    forecast: (text) => `Forecast: ${text}`,
    carriedFrom: (year) => `Goes on from the plan for ${year}.`,
  },
};
