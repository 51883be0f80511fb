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
  substitute: {
    title: (group, day) => `Can you stand in at the meeting of ${group} ${day}?`,
    why: (organisation) => `The ordinary member for ${organisation} cannot come.`,
    notNeeded: 'The ordinary member can come after all. You do not need to stand in.',
  },
};
