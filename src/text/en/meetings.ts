// English texts: meetings.
import { formatCount } from '../format.ts';
import type { Texts } from '../sv.ts';

export const meetings: Texts['meetings'] = {
  title: (group, when) => `${group} meets ${when}`,
  titleNamed: (meeting, group, when) => `${meeting} of ${group}: ${when}`,
  facts: {
    place: 'Place',
    agenda: 'Agenda',
    answerBy: 'Answer by',
    when: 'When',
  },
  digital: 'Online',
  raised: 'Needs and insights raised',
  raisedItem: (number, text, organisation) => `${text} (${organisation}, need ${number})`,
  items: (count) => formatCount(count, 'item', 'items'),
  join: 'Open the meeting link',

  prompt: (group, day) => `Meeting of ${group} ${day}`,
  attendance: 'Will you come?',
  coming: 'I will come',
  digitally: 'I will join online',
  notComing: 'I cannot come',
  represented: (represented, asked, missing) =>
    [
      `${represented} of ${asked === 1 ? '1 organisation is' : `${asked} organisations are`} represented.`,
      ...(missing.length === 0 ? [] : [`Missing: ${missing.join(', ')}`]),
    ].join(' '),

  cancelled: 'The meeting is cancelled.',
  titleMoved: (group) => `New day for the meeting of ${group}`,
  moved: (to, from) =>
    `New day: ${to} (earlier ${from}). Answers for the earlier day do not count, so please answer anew.`,
  movedTo: (when) => `The meeting has moved to ${when}. Answers here do not count for the new day.`,
  doubled: (organisations) => `Both member and substitute have answered that they come: ${organisations}.`,
  substitute: {
    title: (group, day) => `Can you stand in at the meeting of ${group} ${day}?`,
    why: (organisation) => `The ordinary member for ${organisation} cannot come.`,
    notNeeded: 'The ordinary member can come after all. You do not need to stand in.',
    released: {
      title: (group, day) => `You are no longer needed at the meeting of ${group} ${day}`,
      why: (organisation) => `The ordinary member for ${organisation} can come after all.`,
      kept: 'Thank you for standing ready. Your answer is kept, and the group sees it.',
    },
  },
};
