// English texts of the chat.
import { formatCount, formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

export const chat: Texts['chat'] = {
  commands: {
    mine: { words: ['mine', 'questions'], help: 'mine — your open questions, what comes next and your substitutes' },
    calls: {
      words: ['calls', 'call'],
      help: 'calls — those that your organisation may apply for. Add a municipality to see those for it',
    },
    meetings: {
      words: ['meetings', 'meeting'],
      help: 'meetings — the coming meetings of your groups, and your answers',
    },
    contact: {
      words: ['contact', 'contacts'],
      help: 'contact — whom to ask. Add one or more municipalities, a matter or a title',
    },
    who: {
      words: ['who', 'which'],
      help: 'who — who is responsible for something or offers it. Add a matter, and a municipality if you like',
    },
    duty: { words: ['duty', 'responsible'], help: 'duty — who is responsible for a matter' },
    party: {
      words: ['partner', 'party'],
      help: 'partner — what an organisation offers, what it is responsible for, and how to reach it',
    },
    gaps: {
      words: ['contact-list', 'contactlist'],
      help: 'contact-list — which municipalities have no contact, and what is old',
    },
    substitute: {
      words: ['substitute', 'substitutes'],
      help: 'substitute — who stands in for you. Add a name and days to appoint somebody',
    },
    successor: {
      words: ['successor', 'successors'],
      help: 'successor — who takes over when you leave. Add a name and your last day',
    },
    members: {
      words: ['members', 'member'],
      help: 'members — who is in a group. Add the name of the group, and a day to see how it was then',
    },
    plan: {
      words: ['plan', 'plans', 'programme'],
      help: 'plan — what your groups follow in the plan, and how it goes. Write "history" and a name after it for a timeline',
    },
    events: {
      words: ['events', 'event', 'activity'],
      help: "events — the county's shared calendar. Add a date and what happens to propose something",
    },
    calendar: {
      words: ['calendar', 'calendars', 'subscribe'],
      help: 'calendar — your meetings and calls in your own calendar. "calendar new" changes the address',
    },
    needs: {
      words: ['needs', 'need', 'insight'],
      help: "needs — your needs and insights. Add the text, and it is raised to the group that prepares the county's matters",
    },
    signIn: { words: ['desk', 'login', 'sign'], help: 'desk — a link that signs you in at the desk on the web' },
    minutes: {
      words: ['minutes', 'minute'],
      help: 'minutes — which meetings have no minutes. Add the group, the day and a link when they are there',
    },
    bind: { words: ['connect'], help: 'connect — connect a group to this channel or group chat' },
    create: {
      words: ['new', 'add'],
      help: 'new — a new meeting, call, check-in, survey or reminder. Write "new meeting"',
    },
    change: { words: ['change', 'edit'], help: 'change — something that is planned. Add some words of its name' },
    move: { words: ['move'], help: 'move — give something another day' },
    pause: { words: ['pause'], help: 'pause — hold back what would be sent' },
    resume: { words: ['resume'], help: 'resume — let what is paused go on' },
    cancel: { words: ['cancel', 'withdraw'], help: 'cancel — call off a meeting, a survey or a reminder' },
    answers: { words: ['answers', 'replies'], help: 'answers — who has answered, and buttons to remind and to close' },
    help: { words: ['help'], help: 'help — this list' },
  },
  help: 'This is what I can do',
  notUnderstood: (text, nearest) =>
    `I do not understand "${text}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} Write "help" for everything I can do.`,

  calls: {
    title: 'Calls',
    titleOf: (municipality) => `Calls: ${municipality}`,
    none: 'There are no open or planned calls that your organisation may apply for.',
    noneOf: (municipality) => `There are no open or planned calls for ${municipality}.`,
    item: (title, state, closes) => `${title} — ${state}, last day to apply ${closes}`,
    itemPlanned: (title, state, opens, closes) => `${title} — ${state}, opens ${opens}, last day to apply ${closes}`,
    elsewhere: (municipality, county, own) => `${municipality} lies in ${county}. I show calls in ${own}.`,
  },

  ahead: {
    title: 'Coming up next',
    call: (title, closes) => `${title}: last day to apply ${closes}`,
    more: (count) => `and ${count} more. Write "meetings" or "calls" for all of them.`,
  },

  standIns: {
    own: 'Your substitutes',
    ownItem: (group, names) => `${group}: stand-in is ${names}`,
    others: 'You stand in for',
    othersItem: (name, group) => `${name} in ${group}`,
  },

  meetings: {
    title: 'Coming meetings',
    none: 'Your groups have no meetings planned.',
    item: (what, place, own) => `${what}${place === undefined ? '' : `, at ${place}`} — ${own}`,
    cancelled: 'cancelled',
    answered: (answer) => `your answer: ${answer}`,
    unanswered: 'you have not answered',
    notAskedYet: 'nobody has been asked yet',
    notAsked: 'you are not asked',
    answer: (meeting) => `Answer: ${meeting}`,
    link: (meeting) => `Meeting link: ${meeting}`,
  },

  bind: {
    off: 'off',
    roomHasAll:
      'In the web room each group has its own conversation already. In Teams or Slack: write "connect" and the name of the group in the channel or group chat that the group uses.',
    writeThere: 'Write "connect" and the name of the group in the channel or group chat that the group uses.',
    notAllowed: "Only the county's coordinator and the group's convener can connect a group.",
    notThisGroup: (group) => `Only the county's coordinator and the convener of ${group} can connect the group.`,
    notItsGroup: (group) =>
      `This conversation belongs to ${group}. Only the county's coordinator and the group's convener can change that.`,
    unknown: (text, nearest) =>
      `There is no group called "${text}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} Write "connect" to see which you can choose.`,
    several: (names) => `There are several groups of that name. Write one of these: ${names.join(', ')}.`,
    choose: {
      title: 'Connect a group',
      now: (group) => `This conversation belongs to ${group} now.`,
      none: 'This conversation is not connected to a group yet.',
      list: 'You can connect',
      how: 'Write "connect" and the name of the group. "connect off" takes the connection away.',
    },
    bound: {
      title: (group) => `This conversation now belongs to ${group}`,
      moved: (from, to) => `This conversation belonged to ${from}. Now it belongs to ${to}.`,
      list: 'This is what I write here',
      posts: [
        "Invitations to the group's meetings, and how many will come",
        'Calls that everybody in the group may apply for',
        'Check-ins on what the group answers for in the plan',
      ],
      recognised: (known, members) =>
        `I recognise ${known} of ${formatCount(members, 'member', 'members')} here. They get their own questions in a chat of their own, the others in the web room.`,
      looking:
        'I cannot see just now who is here. Members whom I recognise get their own questions in a chat of their own.',
    },
    unbound: (group) => `This conversation is no longer connected to ${group}. I write nothing more here about it.`,
    notBound: 'This conversation is not connected to a group.',
  },

  members: {
    notAllowed: "Only the county's coordinator and conveners can see the list of members.",
    which: (groups) => `Which group? Write "members" and one of these: ${groups.join(', ')}.`,
    unknown: (text, nearest) =>
      `There is no group called "${text}" among yours.${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} Write "members" to see which you can choose.`,
    title: (group) => `Members of ${group}`,
    titleOn: (group, day) => `Members of ${group} on ${day}`,
    none: 'Nobody was in it on that day.',
    item: (name, organisation, rest) => `${name}, ${organisation} — ${rest}`,
    substituteFor: (name) => `substitute for ${name}`,
    from: (day) => `from ${day}`,
    fromTo: (first, last) => `${first} to ${last}`,
    away: 'away',
    unchanged:
      "I change nothing myself. Invite or remove people in the conversation, and change the group in the county's file.",
    difference: {
      missing: (conversation) => `In the group but not in ${conversation}: invite them`,
      outsiders: (conversation) => `In ${conversation} but not in the group: add them to the group, or remove them`,
      strangers: (conversation) => `In ${conversation}, unknown to the county: add them to its file, or remove them`,
      known: (name, more) => `${name}, ${more}`,
      guests: (count) => formatCount(count, 'guest', 'guests'),
      none: (conversation) => `Everybody in the group is in ${conversation}, and nobody else.`,
      unseen: (conversation) => `I cannot see just now who is in ${conversation}.`,
    },
  },

  welcome: {
    title: 'Hello, I am Samverk',
    shared:
      'I remind groups of meetings, calls and check-ins, and take the answers. The coordinator or the convener writes "connect" and the name of the group, and I know which group is here.',
    back: (group) => `I am back. This conversation belongs to ${group}, and I go on where I left off.`,
    personal: 'Here you get your questions and reminders. Write "help" for everything I can do.',
  },

  stranger: (counties, isGuest) =>
    `Hello! I help the groups that work together in ${formatList(counties, 'en')}. I do not recognise you yet. Ask the coordinator to add your address, and I will show you what is yours.${isGuest ? ' As a guest here, your address is hidden from me: ask for a link to the web room instead.' : ''}`,
  unserved:
    'Hello! I help groups that work together in the counties. Your organisation is not with me yet, so I have nothing to show here. Ask the coordinator of your county if you want to join.',
  strangerAnywhere:
    'Hello! I do not recognise you yet. Ask your coordinator to add your address, and I will show you what is yours.',
};
