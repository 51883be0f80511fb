// English texts: what a form asks people to mind, and what is wrong with an answer and how to mend it.
import { formatCount, formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

const asks = {
  text: { verb: 'Write', noun: 'an answer' },
  choice: { verb: 'Choose', noun: 'an alternative' },
  choices: { verb: 'Choose', noun: 'at least one alternative' },
  scale: { verb: 'Choose', noun: 'a number on the scale' },
  number: { verb: 'Write', noun: 'a number' },
  date: { verb: 'Choose', noun: 'a date' },
  light: { verb: 'Choose', noun: 'a light' },
  municipality: { verb: 'Choose', noun: 'a municipality' },
  person: { verb: 'Choose', noun: 'a person' },
};

export const forms: Texts['forms'] = {
  /** Opens the form. */
  answer: 'Answer',
  noIndividuals: 'Do not write anything about individual people.',

  notKept: (faults) =>
    `The answer is not saved. Correct ${formatCount(faults, 'field', 'fields')} and send again. The rest of what you wrote is still there.`,
  personalNumber: {
    inField: (label) =>
      `The answer is not saved. The field "${label}" has something that looks like a Swedish personal identity number. Remove it and send again. The rest of what you wrote is still there.`,
    inMessage:
      'What you wrote is not saved. It seems to have a Swedish personal identity number in it. Remove it and write again. Do not write anything about individual people.',
    atField:
      'This looks like a Swedish personal identity number. Remove it. If it is a phone number, write it like this: 010-225 45 36. If it is something else, write it in another way.',
  },

  missing: (kind, noun, cause) =>
    `${asks[kind].verb} ${noun ?? asks[kind].noun}${cause === undefined ? '' : ` when ${cause}`}.`,
  cause: (label, answers) =>
    `the answer to "${label}" is ${formatList(
      answers.map((answer) => `"${answer}"`),
      'en',
    )}`,

  tooLong: (length, most) => `The text is ${length} characters long. Shorten it to at most ${most} characters.`,
  notText: 'The answer cannot be read. Write an answer in the field.',
  notAnOption: 'There is no such alternative. Choose one from the list.',
  notAMunicipality: 'The municipality is not in the list. Choose one from the list.',
  notAPerson: 'The person is not in the list. Choose one from the list.',
  notALight: (names) => `There is no such light. Choose one of these: ${formatList(names, 'en')}.`,
  notANumber: 'This is not a number. Write it in digits, for example 1200 or 12.5.',
  notWhole: 'This is not a whole number. Write it in digits only, for example 1200.',
  tooSmall: (least) => `The number is too small. Write a number that is at least ${least}.`,
  tooLarge: (most) => `The number is too large. Write a number that is at most ${most}.`,
  offScale: (from, to) => `The number is not on the scale. Choose a whole number from ${from} to ${to}.`,
  notADate: 'There is no such date. Write it as year-month-day, for example 2025-03-28.',
  notATime: 'Write the time as 13.15.',
  notALink: 'Write the whole address, for example https://example.org/page.',
  tooEarly: (first) => `The date is too early. Choose ${first} or later.`,
  tooLate: (last) => `The date is too late. Choose ${last} or earlier.`,
  unknownField: 'The question is not in the form. Open the form again and answer there.',
};
