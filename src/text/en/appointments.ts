// English texts of substitutes and successors.
import { formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

export const appointments: Texts['appointments'] = {
  nobody: ['nobody', 'none', 'off'],
  whom: ['for'],

  roles: {
    chair: 'chair',
    convener: 'convener',
    rapporteur: 'rapporteur',
    secretary: 'secretary',
    member: 'member',
    substitute: 'substitute',
  },

  shown: {
    title: 'Substitutes',
    forMe: 'Stand in for you',
    byMe: 'You stand in for',
    days: (name, days, receipt) => `${name}, ${days} (receipt ${receipt})`,
    always: (name, group) => `${name} in ${group}, when the ordinary member cannot`,
    successor: (name, lastDay) => `${name} succeeds you, your last day is ${lastDay}`,
    predecessor: (name, lastDay) => `${name}, whom you succeed (last day ${lastDay})`,
    none: 'Nobody stands in for you, and you stand in for nobody.',
    how: 'Appoint somebody: write "substitute", a name or an address, and days. For example "substitute Karin Ek 1–15 July". "substitute nobody" takes it back.',
  },

  noPerson: (text, nearest) =>
    `There is nobody in the county called "${text}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`} Write the whole name or the e-mail address. The coordinator adds whoever is missing to the county's file; after that it works.`,
  severalPeople: (addresses) =>
    `There are several people of that name. Write the address instead: ${formatList(addresses, 'en')}.`,
  noDays: (example) => `Which days is it about? Write for example "${example}".`,
  exampleDays: (name) => `substitute ${name} 1–15 July`,
  exampleLastDay: (name) => `successor ${name} 30 June`,
  notAllowed:
    "Only the person, a convener of their group and the county's coordinator can appoint substitutes and successors.",
  notThemself: 'Nobody can stand in for themselves. Write the name of somebody else.',
  otherOrganisation: (name, organisation) =>
    `${name} does not work for ${organisation}. Each organisation appoints its own substitutes and successors. Choose a colleague.`,
  isOver: 'Those days have been. Write days to come.',
  isTaken: (name, days) => `${name} is appointed for ${days} already. Write "substitute nobody" first to change that.`,
  isAway: (name, days) => `${name} has a substitute of their own during ${days}. Choose somebody else.`,
  noSeat: (name) => `${name} sits in none of your groups during those days, so there is nothing to stand in for.`,
  hasSuccessor: (name) =>
    `${name} is appointed as the successor already. Write "successor nobody" first to change that.`,

  appointed: (standIn, person, days, receipt) =>
    `${standIn} stands in for ${person} ${days} (receipt ${receipt}). During that time questions go there instead, and answers are kept with both names. "substitute nobody" takes it back.`,
  yourself: 'you',
  handedOver: (standIn, person, lastDay, receipt) =>
    `${standIn} succeeds ${person}. The last day is ${lastDay} (receipt ${receipt}). Open questions and the seats in the groups go over then. Nothing is removed. Until then, "successor nobody" takes it back.`,
  inGroups: (groups) => `It is about ${formatList(groups, 'en')}.`,
  coordinatorStays: "The role of the county's coordinator is changed in the county's file alone.",
  takenBack: (person, standIn) =>
    `${standIn} does not stand in for ${person} any more. Questions without an answer have gone back.`,
  successionTakenBack: (person, successor) =>
    `${successor} does not succeed ${person} any more. The seats in the groups are as they were.`,
  noSuccession: 'There is no successor to take back.',
  hasTakenOver: (successor) =>
    `${successor} has taken over already, so it cannot be taken back. Ask the coordinator to change the county's file.`,
  nothingToTakeBack: 'There is no appointed substitute to take back.',

  told: {
    substitute: (name, days) => `You stand in for ${name} ${days}`,
    substituteWhy: (by) =>
      `Appointed by ${by}. During that time you get the questions instead. Answers are kept with both names.`,
    groups: 'It is about',
    questions: (count) => (count === 1 ? 'One question waits for you' : `${count} questions wait for you`),
    question: (title, until) => `${title} — answer by ${until}`,
    takenBack: (name) => `You do not stand in for ${name} any more`,
    takenBackWhy: (by) => `${by} has taken it back. Questions that you have not answered have gone back.`,
    successionTakenBack: (name) => `You do not succeed ${name} any more`,
    successionTakenBackWhy: (by) =>
      `${by} has taken it back before its day. Questions that you got and did not answer have gone back.`,
    successionBackWhy: (name) => `${name} does not succeed you any more.`,
    back: 'Questions that are yours again',
    backWhy: (name) => `${name} does not stand in for you any more.`,
    yours: (name, days) => `${name} stands in for you ${days}`,
    yoursWhy: (by) => `Appointed by ${by}. Write "substitute nobody" if that is wrong.`,
    yourSuccessor: (name) => `${name} succeeds you`,
    yourSuccessorWhy: (by, lastDay) =>
      `Appointed by ${by}. Your last day is ${lastDay}. Your open questions go over then. Tell the coordinator if that is wrong.`,
  },

  pack: {
    title: (name) => `You succeed ${name}`,
    lastDay: (name, lastDay) => `The last day of ${name} is ${lastDay}.`,
    now: 'This is what you take over.',
    soon: 'After that day you get the questions, and everything else that you take over.',
    groups: 'Your groups',
    group: (name, role, from) => `${name} — ${role} from ${from}`,
    meetings: 'Coming meetings',
    activities: 'The latest check-in',
    activity: (title, light, when, comment) =>
      `${title} — ${light} (${when})${comment === undefined ? '' : `: ${comment}`}`,
    contacts: 'You are the contact for',
    contact: (title, phone, email) => `${title} — ${phone}, ${email}`,
    contactsNote: 'Telephone and address are those that stood there. Tell the coordinator if they should change.',
    glossary: 'Words of the county',
    term: (term, text) => `${term}: ${text}`,
    nothing: 'No questions wait for you right now.',
  },
};
