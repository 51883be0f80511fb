// English texts: what is wrong in a county's file or in a sheet, and how to mend it.
import type { Texts } from '../sv.ts';

const nouns = {
  matter: 'matter',
  organisation: 'organisation',
  person: 'person',
  group: 'group',
  contact: 'contact',
  area: 'area',
  goal: 'goal',
  instrument: 'instrument',
  call: 'call',
  meeting: 'meeting',
  plan: 'plan',
  activity: 'activity',
  round: 'round',
  question: 'question',
};

const meant = (nearest: string | undefined) => (nearest === undefined ? '' : ` Did you mean "${nearest}"?`);

export const findings: Texts['findings'] = {
  missing: 'This is missing. Add it.',
  notRight: (value, why) => `${value} is not right here: ${why}.`,
  aList: 'A list',
  aGroup: 'A group of lines with keys',

  issues: {
    'not-a-date': (value) => `${value} is not a day. Write year-month-day, for example 2019-03-20.`,
    'date-out-of-range': (value) => `${value} lies outside the years 1900–2999. Correct the year.`,
    'not-a-time': (value) => `${value} is not a time. Write hours and minutes in quotes, for example "09:00".`,
    'unknown-zone': (value) => `${value} is not a time zone. Write its IANA name, for example Europe/Stockholm.`,
    'not-a-step-name': (value) => `${value} cannot name a step. Use a–z, 0–9 and hyphens, at most 40 characters.`,
    'not-a-move': (value) => `${value} is not known here. Choose one of before, after, keep.`,
    'step-twice': () => 'Two steps have the same name. Give each its own.',
    'not-a-slug': (value) => `${value} is not an id. Use a–z, 0–9 and single hyphens, for example arbetsgrupp-sprak.`,
    'not-a-county-code': (value) => `${value} is not a county code. Write two digits in quotes, for example "08".`,
    empty: () => 'This is empty. Write a value, or take the line out.',
    'nothing-listed': () => 'This list is empty. Name at least one.',
    'not-a-goal': (value) => `${value} is not a goal of Agenda 2030. They are numbered 1–17.`,
    'not-a-year': (value) => `${value} is not a year. Write four digits, for example 2024.`,
    'not-a-link': (value) => `${value} is not a web address. Begin with https://.`,
    'not-a-tenant': (value) =>
      `${value} is not a tenant's id. Copy "Tenant ID" from Microsoft Entra: 36 characters with hyphens.`,
    'not-a-workspace': (value) =>
      `${value} is not a workspace's id. It begins with T (or E): the first part of the address in Slack.`,
    'not-an-email': (value) => `${value} is not an e-mail address. Write it as name@example.org.`,
    'not-a-phone': (value) => `${value} is not a telephone number. Use digits, spaces and a hyphen: 010-000 00 01.`,
    'not-an-example-mark': () =>
      'Write true when the whole entry is an example, or list the fields that are: [phone, email].',
    'quota-without-number': () => 'Say how many meetings: atLeast, atMost or both.',
    'quota-upside-down': () => 'atLeast is more than atMost. Correct one of them.',
    'own-measure-without-name': () => 'An own measure has a name of its own. Add it, or choose another measure.',
    'known-measure-with-name': () => 'Only an own measure has a name. Take it out, or write own as the measure.',
    'closed-too-soon': () => 'openDays is less than answerDays. Correct one of them.',
    'below-zero': (value) => `${value} is below zero. Count the days before the meeting as 0 or more.`,
  },
  notAMunicipality: (value, nearest) =>
    `${value} is not a municipality. ${
      nearest === undefined ? 'Write its short name or its four-digit code.' : `Did you mean ${nearest}?`
    }`,
  notAmong: (value, nearest, choices) =>
    `${value} is not known here.${meant(nearest)} ${
      choices.length === 1 ? `Write ${choices[0]}.` : `Choose one of ${choices.join(', ')}.`
    }`,
  shouldBeText: (value) => `${value} should be text. Put quotes around it: "${value}".`,
  shouldBe: (value, type) => `${value} should be ${type}.`,
  types: {
    string: 'text',
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list',
    object: 'a group of lines with keys',
  },

  unknownKey: (key) => `"${key}" is not known here. Correct the key, or take it out.`,
  unknownKeyInCounty: (key) =>
    `"${key}" is not known here. Correct the key, or take it out; docs/counties.md lists the known ones.`,
  notYaml: (reason) => `This is not YAML: ${reason}. Correct the line.`,
  aliasInside: (name) => `*${name} stands inside a value that is marked with & itself. Write it out.`,
  aliasUnknown: (name) => `Nothing above is marked &${name}. Correct *${name}, or mark what it means.`,
  keyTwice: (key) => `"${key}" stands here twice. Keep one of them.`,

  dangling: (noun, value, nearest) =>
    `There is no ${nouns[noun]} "${value}".${meant(nearest)} Correct the id, or add the ${nouns[noun]}.`,
  idTaken: (noun, value, at) => `"${value}" is already the id of a ${nouns[noun]} at ${at}. Choose another.`,
  emailTaken: (value, at) => `"${value}" is already the e-mail address at ${at}. Choose another.`,
  planYearTaken: (value, at) => `"${value}" is already the plan year at ${at}. Choose another.`,
  outOfOrder: (to, first, from) => `${to} comes before ${first}, ${from}. Correct one of them.`,
  undatedPlan: (state) => `A plan that is ${state} was approved on some day. Add approvedOn.`,
  outsideStrategy: (year, from, to) =>
    `${year} lies outside the strategy, which is in force from ${from} to ${to ?? 'now'}. Correct one.`,
  unknownCounty: (code) => `No Swedish county has the code "${code}". Correct it.`,
  otherCountyName: (code, name) => `The county with code ${code} is ${name}. Correct one of them.`,
  otherCounty: (name, code) => `${name} (${code}) lies in another county, whose own board answers. Take it out.`,
  noSuchField: (field) => `There is no "${field}" in this entry. Take it out of the example mark.`,
  idOfPerson: (id) => `"${id}" is already the id of a person. Choose another.`,
  seatTwice: 'This person already has this seat from this day. Take one of the lines out.',
  standsInForNobody: 'A substitute stands in for somebody. Add substituteFor.',
  noSubstitute: 'Only a substitute has substituteFor. Correct the role, or take it out.',
  standsInForSelf: 'Nobody stands in for themselves. Name the ordinary member.',
  noSeat: (person) => `"${person}" has no seat in this group. Add them, or correct the id.`,
  mayNotForm: (group, kind) =>
    `"${group}" forms no groups of the kind ${kind}. Correct one, or add the kind to its mayForm.`,

  sheet: {
    personal:
      'Something here looks like a personal identity number. Take it out. If it is a telephone number, write it with spaces: 010-223 00 01.',
    error: (text) => `The sheet itself says ${text} here. Mend the formula, or write the value.`,
    notANumber: (text) => `"${text}" is not a number. Write it in digits, as 1234 or 12,5.`,
    notYesNo: (text, yes, no) => `"${text}" is neither yes nor no. Write ${yes} or ${no}.`,
    severalGoBy: (noun, text, ids) =>
      `More than one ${nouns[noun]} goes by "${text}". Write the id instead: ${ids.join(', ')}.`,
    noneGoesBy: (noun, text, nearest) =>
      `There is no ${nouns[noun]} "${text}".${meant(nearest)} Correct it, or add the ${nouns[noun]} first.`,
    addressTaken: (email, id) =>
      `"${email}" is already the e-mail address of ${id}. One person, one address: correct it.`,
    idOfGroup: (id) => `"${id}" is already the id of a group. Choose another.`,
    otherContact: (place) =>
      `This is the same contact as in ${place}, but says something else. Write the same in both.`,
    severalMeant: (ids) => `More than one is meant by this row: ${ids.join(', ')}. Add a column Id that says which.`,
    sameAs: (place) => `${place} is about the same. Keep one of the rows.`,
    columnTwice: (column) => `Another column is "${column}" already. Take one of them out.`,
    unknownColumn: (name, nearest) => `"${name}" is not known here. Did you mean "${nearest}"? Correct the name.`,
    empty: 'It is empty. Fill it in, or take it out.',
    noHeader: (labels, kind) =>
      `No row names columns that are known. Begin with a row such as ${labels.join(', ')}; \`samverk template ${kind}\` makes one.`,
    tie: (first, second) =>
      `These may be ${first} or ${second}. Name the sheet after what it holds, or say --kind ${first}.`,
    noSections: 'It has no sections. Begin with the name of one, as contacts, and a colon.',
    wholeCounty: 'This is a whole county file. Import it without --county.',
    unknownSection: (key, known) => `"${key}" is not a section here. Choose one of ${known.join(', ')}.`,
    notAList: 'This should be a list of entries. Begin each with a hyphen.',
    notAnEntry: 'This should be an entry with keys, as id: and title:.',
    tooManyRows: (most) => `It has more than ${most} rows. Split it.`,
    tooFarRight: (cell) => `It has something in column ${cell}. Take it out.`,
    tooLarge: (megabytes) => `It is larger than ${megabytes} MB. Split it.`,
    tooLargeUnpacked: 'It is too large once it is unpacked. Split it.',
    openQuote: (line) =>
      `It cannot be read${line === undefined ? '' : ` on line ${line}`}: a cell begins with " and does not end with one. Correct it, or save it anew.`,
    notReadable: 'It cannot be read as an Excel workbook. Open it in Excel and save it anew as .xlsx.',
    noWorkbook: 'It is no Excel workbook. Save it as .xlsx or .csv.',
    oldExcel: 'This is an Excel file of the old kind (.xls), or one with a password. Save it as .xlsx without one.',
    pdf: 'This is a PDF. Save the sheet as .xlsx or .csv.',
  },
};
