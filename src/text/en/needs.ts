// English texts: needs and insights that are raised to the preparatory group.
import type { Texts } from '../sv.ts';

export const needs: Texts['needs'] = {
  settle: ['done', 'settled'],
  title: 'Needs and insights',
  none: 'You have not raised a need yet.',
  how: 'Write "need" and what you see, and it is raised to the group that prepares the county\'s matters. Do not write anything about individuals.',
  own: 'What you have raised',
  ownOpen: (number, text) => `${number}. ${text} — not settled yet`,
  ownSettled: (number, text, outcome) => `${number}. ${text} — outcome: ${outcome}`,
  open: 'To be settled',
  openItem: (number, text, organisation) => `${number}. ${text} (from ${organisation})`,
  howToSettle: 'Write "need done", the number and the outcome, and whoever raised it is told.',

  receipt: (number, group) =>
    `Thank you! It is kept as need ${number}. ${group === undefined ? "The county's coordinator is told now." : `The convener of ${group} is told now.`}`,
  onAgenda: (meeting) => `It is taken up at the next meeting: ${meeting}.`,
  noMeeting: 'It is taken up at the next meeting.',
  promise: 'You will be told what comes of it.',
  tooLong: (length, most) =>
    `Nothing is kept. The text is ${length} characters. Shorten it to at most ${most} characters and write again.`,

  settled: (number) => `The outcome of need ${number} is kept. Whoever raised it is told now.`,
  settledBefore: (number, outcome) => `Need ${number} has an outcome already: ${outcome}`,
  notAllowed: "Only the county's coordinator and the group's convener can set the outcome.",
  unknown: (number) => `There is no need ${number}. Write "needs" to see those that there are.`,
  howSettle: 'Add the number and the outcome, for example "need done 12 Taken up in next year\'s plan".',

  raised: {
    title: (number, organisation) => `Need ${number} from ${organisation}`,
    text: 'Need or insight',
    from: 'From',
    group: 'Group',
    how: (number) =>
      `It stands in the notice of the next meeting. Once you have settled it, write "need done ${number}" and the outcome, and whoever raised it is told.`,
  },
  outcome: {
    title: (number) => `Outcome of need ${number}`,
    text: 'You wrote',
    outcome: 'Outcome',
    by: 'From',
  },
};
