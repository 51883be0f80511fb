// English texts: signing in at the desk, by chat and by e-mail, and out again.
import type { Texts } from '../sv.ts';

export const signIn: Texts['signIn'] = {
  chat: {
    title: 'Your link to the desk',
    text: (minutes) => `The link signs you in, once, and is valid for ${minutes} minutes.`,
    forYou: 'It is yours: share it with nobody.',
    open: 'Open the desk',
    given: 'The link has been sent to you already. Write "desk" again for a new one.',
    writeToMe: 'Write "desk" to me in our own chat, and you get your link there. Others read along here.',
    none: 'The desk is not open here.',
  },
  letter: {
    subject: (county) => `Sign in at the desk of ${county}`,
    text: (county, url, minutes) =>
      [
        'Hello!',
        `Open the link to sign in at the desk of ${county} in Samverk:`,
        url,
        `The link works once, for ${minutes} minutes. Share it with nobody.`,
        'You did not ask for it? Then there is nothing to do. Nobody else can see it.',
      ].join('\n\n'),
  },
  page: {
    title: 'Sign in at the desk',
    chat: 'Write "desk" to Samverk in your own chat in Teams, Slack or the web room, and you get a link that signs you in.',
    noMail: 'Links are not sent by e-mail here.',
    address: 'Or get the link by e-mail. Write your address',
    send: 'Send a link',
    fault: 'Write the whole address, for example name@example.org.',
  },
  sent: {
    title: 'Look in your e-mail',
    text: 'If the county knows the address, we have sent a link there. It comes within a few minutes. Look in the junk mail too.',
    again: 'Write another address',
  },
  link: {
    valid: { title: 'Sign in at the desk', text: 'The link works once. Press the button to sign in here.' },
    used: { title: 'The link has been used', text: 'Each link works once. Ask for a new one.' },
    expired: { title: 'The link is no longer valid', text: 'Links are valid for a short while. Ask for a new one.' },
    forged: {
      title: 'The link is not whole',
      text: 'Some of the address may have been lost. Open it again, or ask for a new one.',
    },
    enter: 'Sign in',
  },
  local: {
    explain: 'Samverk runs without settings on this computer. Choose a county and who you want to be at its desk.',
    county: 'Choose a county',
    person: (county) => `Who do you want to be at the desk of ${county}?`,
    be: 'Go in',
    as: (who) => `as ${who}`,
  },
  roles: {
    operator: 'Operator',
    coordinator: 'Coordinator',
    reader: 'Reader',
    convener: 'Convener',
    member: 'Members',
  },
  bar: {
    signedIn: 'Signed in:',
    room: 'Web room',
    change: 'Change person',
    leave: 'Sign out',
    leaveEverywhere: 'Sign out everywhere',
  },
  refusal: {
    'not-local': {
      title: 'The desk opens on the same computer only',
      text: 'Samverk runs without settings. Set PUBLIC_URL to open it to others.',
    },
    foreign: {
      title: 'That came from another website',
      text: "Nothing is changed. Work on the desk's own pages only.",
    },
    stale: { title: 'You are not signed in any more', text: 'Nothing is changed. Sign in again, and do it once more.' },
    'not-allowed': {
      title: 'The page is not for you',
      text: "It is for the county's coordinator, or for the group's convener. Ask the coordinator if that is wrong.",
    },
    stranger: {
      title: 'We cannot find you any more',
      text: "You may have been taken out of the county's file. Ask the coordinator if that is wrong.",
    },
    'not-found': {
      title: 'There is no such page',
      text: 'What you look for may have been removed, or belongs to another group.',
    },
    'too-often': { title: 'Too many attempts', text: 'Wait ten minutes and try again.' },
    trouble: { title: 'That did not work just now', text: 'Nothing is lost. Load the page again in a while.' },
    back: 'To the desk',
  },
};
