// English texts about whom to ask.
import { formatAlternatives, formatCount } from '../format.ts';
import type { Texts } from '../sv.ts';

export const contacts: Texts['contacts'] = {
  fillers: 'and for in of at to about with is the contact has does',
  duty: 'responsible answers',
  offer: 'offers',

  title: 'Contacts',
  whole: 'The whole county',
  label: (municipality, code) => `${municipality} (${code})`,
  line: (title, organisation) => `${title}, ${organisation}`,
  confirmed: (month) => `confirmed in ${month}`,
  unconfirmedSince: (month) => `not confirmed since ${month}`,
  unconfirmed: 'not confirmed',
  noOfficer: "No contact is named. Ask the county's coordinator.",
  noContact: (asked, command) =>
    `No contact is named for ${asked}. Write "${command} ${asked}" to see who is responsible.`,
  more: (count) => `There are ${count} more. Add a municipality to see only that one.`,
  elsewhere: (county, board) => `Lies in ${county}. Ask ${board}.`,
  what: (command) => `Write a municipality, a matter or a title after "${command}".`,
  notFound: (text, command) =>
    `I find no contact for "${text}". Write a municipality, a matter or a title after "${command}".`,

  noMunicipality: (text, nearest) =>
    `There is no municipality called "${text}".${nearest.length === 0 ? '' : ` Did you mean ${formatAlternatives(nearest, 'en')}?`}`,
  nearest: (name, county) => (county === undefined ? `"${name}"` : `"${name}" (${county})`),

  choice: {
    title: (text) => `Which do you mean by "${text}"?`,
    how: 'Write one of the lines, up to the dash.',
    item: (command, name) => `${command} — ${name}`,
  },

  duties: {
    titleOf: (matter, municipality) => `${matter}: ${municipality}`,
    responsible: 'Responsible',
    offers: 'Offers',
    ask: 'Contact',
    item: (names, text) => `${names} — ${text}`,
    municipalities: (count) => formatCount(count, 'municipality', 'municipalities'),
    narrow: (command) => `Write "${command}" and a municipality after it to see only that one.`,
    none: (matter) => `Nobody has said that they are responsible for or offer ${matter}.`,
    unknown: (text, nearest) =>
      `I do not know the matter "${text}". ${nearest === undefined ? 'Write "who" alone to see them all.' : `Did you mean "${nearest}"?`}`,
    what: 'Matters that you can ask about',
    how: (command) => `Write "${command}" and a matter, and a municipality if you like.`,
    noMatters: 'The county has not named any matters to ask about.',
  },

  party: {
    what: (command) => `Write the name of an organisation after "${command}".`,
    unknown: (text, nearest) =>
      `There is no partner called "${text}".${nearest === undefined ? '' : ` Did you mean "${nearest}"?`}`,
    responsible: 'Responsible for',
    offers: 'Offers',
    contact: 'Contact',
    nothing: 'The partner has not said what it offers or is responsible for.',
    noContact: 'No contact is named.',
  },

  gaps: {
    title: 'Contact list: this is missing',
    complete: 'Every municipality has one contact, and all were confirmed in the last half-year.',
    without: (count) => `${formatCount(count, 'municipality has no contact', 'municipalities have no contact')}`,
    several: (count) =>
      `${formatCount(count, 'municipality has several contacts', 'municipalities have several contacts')}`,
    stale: (count) => `${formatCount(count, 'contact was', 'contacts were')} not confirmed in the last half-year`,
    item: (name, detail) => `${name} — ${detail}`,
    notAllowed:
      "Only the county's coordinator, and those who may read the whole county, can see what is missing in the contact list.",
  },

  forAll: (command) => `Write "${command}" and a municipality, and I will tell you whom you can ask.`,

  refused: {
    members: (county) =>
      `Contacts in ${county} are shown only to those who are in one of the county's groups. Ask the county's coordinator.`,
    partners: (county) =>
      `Contacts in ${county} are shown only to those who take part in the county's work. Ask the county's coordinator.`,
  },
};
