// English texts of the web room and of every page's frame and form fields.
import type { Texts } from '../sv.ts';

export const room: Texts['room'] = {
  page: {
    brand: 'Samverk',
    tagline: 'Keeps track of the times in the county’s joint work',
    skip: 'Skip to the content',
    otherLanguage: 'På svenska',
    titleWithFault: (title) => `Error: ${title}`,
  },

  fields: {
    optional: '(optional)',
    choose: 'Choose …',
    longest: (characters) => `At most ${characters} characters.`,
    whole: 'A whole number.',
    numbers: {
      between: (from, to) => `Between ${from} and ${to}.`,
      from: (from) => `At least ${from}.`,
      to: (to) => `At most ${to}.`,
    },
    dates: {
      between: (from, to) => `From ${from} to ${to}.`,
      from: (from) => `${from} or later.`,
      to: (to) => `${to} or earlier.`,
    },
    several: 'You can choose more than one.',
    shownWhen: (field, values) => `Fill in only if you answer ${values} to “${field}”.`,
    neededWhen: (field, values) => `Needed if you answer ${values} to “${field}”.`,
    faults: (count) => (count === 1 ? 'One thing needs mending' : `${count} things need mending`),
  },

  bar: {
    youAre: 'You are:',
    change: 'Change',
    leave: 'Leave the room',
  },

  places: {
    title: 'Your conversations',
    mine: 'My questions',
    ask: 'Ask Samverk',
    open: (count) => `${count} to answer`,
    none: 'You are not in any conversation yet.',
    kind: { channel: 'Group', chat: 'Group chat', personal: 'Personal' },
    channels: 'Groups',
    personal: 'To you',
  },

  mine: {
    title: 'My questions',
    open: (count) =>
      count === 0
        ? 'You have nothing to answer right now.'
        : count === 1
          ? 'One question awaits your answer.'
          : `${count} questions await your answer.`,
    calm: 'New questions appear here by themselves.',
    earlier: 'Earlier questions',
    closed: 'Closed',
  },

  conversation: {
    none: 'Nothing has been written here yet. Reminders and questions appear by themselves.',
    older: 'Show older messages',
    newest: 'To the newest',
    isNewer: 'There is a newer reminder of the same question further up.',
    toNewer: 'Go there',
  },

  card: {
    change: 'Change the answer',
    send: 'Send the answer',
    saveChange: 'Save the change',
    answerIn: 'Your answer',
    opensElsewhere: '(opens on another website)',
    closed: 'The question is closed.',
  },

  ask: {
    title: 'Ask Samverk',
    explain: 'Write what you want to know. Write “help” to see all that you can ask about.',
    label: 'Your question',
    send: 'Ask',
    answer: 'Answer',
  },

  entrance: {
    title: 'Welcome to Samverk',
    explain:
      'Samverk reminds groups that work across organisations of grant calls, meetings and check-ins, and receives their answers. Here you can try it: choose a county and who you want to be.',
    example:
      'The counties here are examples. The facts come from the counties’ own strategies, calls and minutes. What was missing there is made up.',
    moved: (years) =>
      years === 0
        ? 'The dates are those of the sources.'
        : `The dates were moved ${years} ${years === 1 ? 'year' : 'years'} ahead, so that they lie before you. What has been this year lies one more year ahead. Where nothing else asks right now, there is an example dated from the day you started.`,
    local: 'This mode exists on this computer only. Whoever can open the page can be anyone.',
    county: 'Choose a county',
    person: (county) => `Who do you want to be in ${county}?`,
    search: 'Search by role, organisation or group',
    searchButton: 'Search',
    found: (count) => (count === 1 ? '1 person' : `${count} people`),
    notFound: (text) => `Nobody matches “${text}”. Try a role or an organisation.`,
    be: 'Go in',
    as: (who) => `as ${who}`,
    elsewhere: 'Others',
    noCounties: 'There is no county here yet.',
    otherCounty: 'Choose another county',
  },

  refusal: {
    closed: {
      title: 'You need a link to come in',
      text: 'Here you answer questions from your group. Open the link in the latest message from Samverk, or ask your coordinator for a new one.',
    },
    expired: {
      title: 'The link is no longer valid',
      text: 'Links are valid for a limited time. Open the link in a later message, or ask your coordinator for a new one.',
    },
    forged: {
      title: 'The link is not complete',
      text: 'Part of the address may have been lost. Open the link again from the message, or copy the whole address.',
    },
    stranger: {
      title: 'We no longer find you',
      text: 'Your place in the county may have ended. Ask the coordinator if that is wrong.',
    },
    stale: {
      title: 'The page had been open for too long',
      text: 'Nothing is saved. Go back, load the page again and send once more.',
    },
    foreign: {
      title: 'It came from another website',
      text: 'Nothing is saved. Answer on the pages of this room only.',
    },
    'not-local': {
      title: 'This mode exists on the same computer only',
      text: 'Samverk runs without settings. It then opens only for the addresses localhost and 127.0.0.1, with nothing in between. Set PUBLIC_URL to open it for others.',
    },
    'not-found': {
      title: 'There is no such page',
      text: 'The conversation may have been removed, or you are not in it.',
    },
    trouble: {
      title: 'That did not work just now',
      text: 'Nothing is lost. Load the page again in a while.',
    },
    back: 'To My questions',
  },

  answer: {
    done: 'You can close the page.',
    change: 'Change the answer',
    trouble: 'It could not be saved just now. What you wrote is still here. Try again in a while.',
    pressTrouble: 'It could not be saved just now. Nothing is lost. Try again in a while.',
  },

  live: {
    arrived: 'A new message has arrived.',
    changed: 'A message has changed.',
  },
};
