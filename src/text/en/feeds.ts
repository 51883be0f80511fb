// English texts of calendars to subscribe to.
import { formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

export const feeds: Texts['feeds'] = {
  name: {
    person: (county) => `Samverk: my meetings and calls, ${county}`,
    group: (group) => `Samverk: meetings of ${group}`,
    county: (county) => `Samverk: everything in ${county}`,
  },
  meeting: (group) => `Meeting: ${group}`,
  meetingNamed: (meeting, group) => `${meeting}: ${group}`,
  call: (title) => `Last day to apply: ${title}`,
  cancelled: (title) => `Cancelled: ${title}`,
  cancelledText: 'This is cancelled.',
  agenda: 'Agenda:',
  link: (url) => `Link: ${url}`,
  from: (organisation) => `From ${organisation}`,
  closesAt: (time) => `Closes at ${time}.`,

  renew: ['new', 'renew'],
  county: ['county', 'whole-county'],

  title: {
    person: 'Your calendar',
    group: (group) => `The calendar of ${group}`,
    county: (county) => `The calendar of ${county}`,
  },
  what: {
    person: "Your groups' meetings, calls that your organisation may apply for, and the county's events.",
    group: "The group's meetings, calls that it is told of, and the county's events.",
    county: "All groups' meetings, all calls and the county's events.",
  },
  address: 'Address',
  how: 'Add the address to Outlook, Google Calendar or your phone as a subscription. Meetings that move or are cancelled change there by themselves.',
  secret:
    'Whoever has the address sees the calendar. Write "calendar new" if somebody else has got it: then this one ends.',
  renewed: 'This is a new address. The one before it has ended.',
  again: 'The address is not shown twice in the same answer. Write "calendar" again.',
  notHere: 'There is no calendar to subscribe to here. Ask whoever runs Samverk.',
  notAllowed: {
    group: (group) => `The calendar of ${group} is for those who are in it, and for the county's coordinator.`,
    renewGroup: (group) =>
      `Only the convener of ${group} and the county's coordinator may change the address: others use it too.`,
    county:
      "Only the county's coordinator, and those who may read all its meetings, may have the calendar of the whole county.",
    renewCounty: "Only the county's coordinator may change the address: others use it too.",
  },
  unknown: (text, nearest) =>
    `There is no group called "${text}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} Write only "calendar" for your own. What happens in the county is shown by "events".`,
  several: (ids) => `Several groups have that name. Write one of them: ${formatList(ids, 'en')}.`,
};
