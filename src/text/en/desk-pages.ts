// English texts: the pages of the desk.
import { formatCount, formatList } from '../format.ts';
import type { Texts } from '../sv.ts';
import { explainFailure, failures } from './failures.ts';

export const deskPages: Texts['deskPages'] = {
  nav: {
    label: 'The desk',
    start: 'To do now',
    plan: 'Plan',
    year: 'The year',
    deliveries: 'Deliveries',
    groups: 'Groups',
    meetings: 'Meetings',
    calls: 'Calls',
    rounds: 'Check-ins',
    plans: 'Action plan',
    reports: 'Follow-up',
    contacts: 'Contacts',
    needs: 'Needs',
    events: 'Activities',
  },

  platforms: { room: 'the web room', teams: 'Teams', slack: 'Slack' },
  conversationStates: { active: 'works', paused: 'silent for now', gone: 'ended' },
  failure: explainFailure,

  done: {
    settled: 'The outcome is saved. Whoever raised the need is told now.',
    decided: 'The decision is saved. Whoever proposed the activity is told now.',
    again: 'The message is sent again to those who did not get it.',
    stepped: 'The step is taken.',
    copied: 'The plan is copied. What was not finished is here.',
    added: 'The activity is added to the plan.',
    changed: 'The change is saved.',
    addendum: 'The addendum is saved. The rest of the plan is as it was.',
    frozen: 'The follow-up is frozen.',
    approved: "The approval is saved. The year's follow-up does not change any more.",
    light: 'The light is set by hand.',
  },

  due: {
    kinds: { reminder: 'Reminder', nudge: 'Nudge', escalation: 'Unanswered' },
    topics: {
      call: 'Call',
      meeting: 'Meeting',
      plan: 'Check-in',
      contact: 'Contact',
      need: 'Need',
      event: 'Activity',
      followup: 'Follow-up',
      survey: 'Survey',
      watch: 'Watch',
      memo: 'Reminder',
    },
    digest: 'Weekly letter on activities',
    notice: 'A notice from Samverk',
    paused: 'paused',
    to: (whom: string) => `to ${whom}`,
    many: (groups: number, owners: number) =>
      formatList(
        [
          ...(groups > 0 ? [formatCount(groups, 'group', 'groups')] : []),
          ...(owners > 0 ? [formatCount(owners, 'owner', 'owners')] : []),
        ],
        'en',
      ),
    contacts: (count: number) => formatCount(count, 'contact', 'contacts'),
    cut: (shown, all) => `These are the first ${shown} of ${all}.`,
  },

  start: {
    title: 'To do now',
    lead: 'This needs you, the most important first.',
    calm: 'Nothing needs you just now.',
    member: "Here are the county's year, calls and contacts. Answer your own questions where you get them.",
    trouble: 'This does not work',
    failedWord: 'Not arrived',
    failed: (count) => `${formatCount(count, 'message', 'messages')} did not arrive in the last two weeks.`,
    toFailed: 'See why, and send again',
    lostWord: 'Silent',
    lost: (name, reason) => `Samverk cannot write in ${name}: ${failures[reason] ?? reason}.`,
    withoutWord: 'Missing',
    withoutPlace: (groups) =>
      `${formatList(groups, 'en')} has no conversation that Samverk can write in. Write "connect" in the group's channel.`,
    moderate: 'To decide on',
    needs: (count) => `${formatCount(count, 'need', 'needs')} without an outcome`,
    events: (count) => `${formatCount(count, 'proposed activity', 'proposed activities')} to approve`,
    silent: 'Have not answered',
    noneSilent: 'No question that is soon due lacks an answer.',
    until: (day) => `Answer by ${day}`,
    wasUntil: (day) => `Was to be answered by ${day}`,
    contacts: 'Are the contact details right?',
    silentOf: (silent, asked, names) => `${silent} of ${asked} have not answered: ${formatList(names, 'en')}`,
    others: (count) => formatCount(count, 'other', 'others'),
    week: 'Sent in the coming week',
    nothingDue: 'Nothing is sent in the coming week.',
  },

  deliveries: {
    title: 'Deliveries',
    lead: 'The last 30 days, and the next 30.',
    failed: 'Did not arrive',
    noneFailed: 'Everything has arrived.',
    failedOne: (conversation, platform, why) => `${conversation} (${platform}): ${why}`,
    again: (count) => `Send again to ${formatCount(count, 'recipient', 'recipients')}`,
    nothingFailed: 'There is nothing to send again. Somebody else may have done it just now.',
    due: 'To be sent',
    noneDue: 'Nothing is planned.',
    sent: 'Sent',
    noneSent: 'Nothing has been sent.',
    reached: (sent, all) => `Arrived with ${sent} of ${all}`,
    waiting: (count) => `${count} waiting`,
    failedCount: (count) => `${count} did not arrive`,
    cancelled: (count) => `${count} called off`,
  },

  groups: {
    title: 'Groups',
    list: "The county's groups",
    none: 'There are no groups.',
    members: (count) => formatCount(count, 'person', 'people'),
    places: (count) =>
      count === 0
        ? 'no connected conversation'
        : formatCount(count, 'connected conversation', 'connected conversations'),
    lost: (count) => formatCount(count, 'silent conversation', 'silent conversations'),
    next: (when) => `next meeting ${when}`,
    noNext: 'no meeting planned',
    quota: {
      wanted: (atLeast, atMost) =>
        atLeast === undefined
          ? `at most ${atMost}`
          : atMost === undefined
            ? `at least ${atLeast}`
            : atLeast === atMost
              ? `${atLeast}`
              : `${atLeast}–${atMost}`,
      ofWanted: (meetings, wanted) => `${formatCount(meetings, 'meeting', 'meetings')} this year, of ${wanted}`,
    },
  },

  group: {
    about: 'About the group',
    convener: 'Convened by',
    reportsTo: 'Reports back to',
    quota: 'Meetings',
    tasks: 'Tasks',
    members: (count) => `In it today (${count})`,
    noMembers: 'Nobody is in the group today.',
    substitutes: (count) => `Substitutes (${count})`,
    noSubstitutes: 'The group has no substitutes.',
    substituteFor: (name) => `substitute for ${name}`,
    until: (day) => `until ${day}`,
    away: 'away today',
    places: 'Where Samverk writes',
    noPlaces: 'No conversation is connected. Write "connect" and the name of the group in its channel.',
    mend: 'Add Samverk there again, and what is still of use goes on.',
    meetings: 'Coming meetings',
    noMeetings: 'No meeting is planned.',
  },

  meetings: {
    title: 'Meetings',
    coming: 'Coming',
    noneComing: 'No meeting is planned.',
    past: 'The last six months',
    nonePast: 'No meeting has been held.',
    cancelled: 'cancelled',
    noAgenda: 'no agenda yet',
    about: 'About the meeting',
    group: 'Group',
    link: 'Meeting link',
    moved: 'Moved from',
  },

  calls: {
    title: 'Grant calls',
    coming: 'Open and planned',
    noneComing: 'No call is open or planned.',
    past: 'Closed',
    nonePast: 'No call has closed.',
    about: 'About the call',
    opens: 'Opens',
    moved: 'Moved from',
  },

  rounds: {
    title: 'Check-ins',
    noPlan: 'The county has no plan yet.',
    none: 'The plan has no check-ins.',
    round: (label) => `Check-in ${label}`,
    open: 'under way',
    off: 'called off',
    days: (first, last) => `${first} to ${last}`,
    notAsked: 'The question has not been asked yet.',
    neverAsked: 'The question was not asked.',
    silent: (count) => `Not answered (${count})`,
    noneSilent: 'Everybody has answered.',
    answered: (count) => `Answered (${count})`,
  },

  standing: {
    title: 'Answers',
    notAsked: 'Nobody has been asked yet.',
    open: 'open',
    closed: 'closed',
    until: (day) => `Answer by ${day}`,
    progress: (answered, asked) => `${answered} of ${asked} have answered`,
    silent: (count) => `Have not answered (${count})`,
    silentOne: (organisation, names) => `${organisation}: ${formatList(names, 'en')}`,
    answered: (count) => `Answers (${count})`,
    noneYet: 'Nobody has answered yet.',
    insteadOf: (name) => `instead of ${name}`,
    late: 'late answer',
    earlier: (count) => `The question was asked ${formatCount(count, 'more time', 'more times')}, longer ago.`,
  },

  contacts: {
    title: 'Contacts',
    gaps: 'To be looked over',
    list: (count) => `All contacts (${count})`,
    none: 'The county has no contacts.',
    confirmed: (day) => `confirmed ${day}`,
    unconfirmed: 'never confirmed',
  },

  needs: {
    title: 'Needs and insights',
    open: (count) => `To decide on (${count})`,
    noneOpen: 'Every need has an outcome.',
    to: (group) => `to ${group}`,
    settled: 'The latest with an outcome',
    noneSettled: 'No need has an outcome yet.',
    outcome: 'Outcome',
    settle: 'Write the outcome',
    about: (number) => `of need ${number}`,
    outcomeNoun: 'what came of it',
    help: 'What came of it? Whoever raised the need reads it.',
    save: 'Save the outcome',
  },

  events: {
    title: 'Activities',
    waiting: (count) => `To approve (${count})`,
    noneWaiting: 'No proposal is waiting.',
    decide: 'Decide',
    save: 'Save the decision',
    approved: 'In the calendar',
    noneApproved: 'Nothing lies ahead in the calendar.',
    link: 'Read more',
    overtaken: {
      approved: ({ title, by, when }) => `Nothing is changed. ${by} approved "${title}" ${when}.`,
      refused: ({ title, by, when }, reason) =>
        `Nothing is changed. ${by} refused "${title}" ${when}. Reason: ${reason}`,
      withdrawn: (title) => `Nothing is changed. "${title}" was taken back by whoever proposed it.`,
    },
  },

  year: {
    title: (year) => `The year ${year}`,
    collisions: (count) =>
      count === 0 ? 'Nothing collides.' : `${formatCount(count, 'collision', 'collisions')} to look at, marked with ⚠.`,
    otherYears: 'Other years',
    thisMonth: (month) => `${month} (now)`,
    reminders: (count) => formatCount(count, 'reminder', 'reminders'),
    empty: 'Nothing planned.',
    cancelled: 'cancelled',
    kinds: {
      call: 'Last day to apply',
      meeting: 'Meeting',
      round: 'Check-in',
      event: 'Activity',
      national: 'National',
    },
    clash: {
      people: (count, other) => `${formatCount(count, 'person is', 'people are')} wanted at ${other} at the same time.`,
      deadline: (other) => `The same last day as ${other}.`,
      national: (other) => `The last day lies within ${other}.`,
      freeDay: 'The day is a weekend or a public holiday.',
    },
  },
};
