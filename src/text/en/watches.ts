// English texts of what coordinators and conveners are reminded of about a group's own meetings.
import { formatCount, formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

export const watches: Texts['watches'] = {
  agenda: {
    title: (group, day) => `No agenda yet: ${group} ${day}`,
    text: (when) =>
      `The meeting is held on ${when} and has no agenda yet. Add it, and it goes out with the invitation.`,
  },
  minutes: {
    title: (group, day) => `No minutes yet: ${group} ${day}`,
    text: (group, day) =>
      `The meeting was held, but nobody has said that the minutes are there. Write "minutes ${group} ${day}" and the link when they are.`,
  },
  quota: {
    title: (group, planned, wanted, year) =>
      `${group}: ${planned} of at least ${formatCount(wanted, 'meeting', 'meetings')} in ${year}`,
    text: (missing, lastDay) =>
      `${missing === 1 ? 'One more meeting needs' : `${missing} more meetings need`} to be booked. The last working day of the year is ${lastDay}.`,
    call: (days, day) => `The invitation goes out ${formatCount(days, 'day', 'days')} before, so book it by ${day}.`,
    meetings: 'Held and booked',
    none: 'No meeting is held or booked this year.',
  },

  command: {
    notAllowed: "Only the county's coordinator and the convener of the group can say that minutes are there.",
    title: 'Meetings without minutes',
    none: 'All meetings of the last three months have minutes.',
    how: (example) => `Write for example "${example}" when the minutes are there. The link may be left out.`,
    which: 'Which meeting? Write the group and the day, for example "minutes beredningsgruppen 13 February".',
    unknownGroup: (text, nearest) =>
      `There is no group called "${text}" among yours.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
    noMeeting: (day) => `None of your groups met on ${day}.`,
    notHeld: 'The meeting has not been held yet.',
    several: (groups) => `Several groups met then: ${formatList(groups, 'en')}. Write which one.`,
    notALink: (text) => `"${text}" is no link. Begin with https://.`,
    saved: (meeting) => `Thank you! ${meeting} has minutes now.`,
  },
};
