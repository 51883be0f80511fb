// English texts of the road.
import { formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

const lostReasons: Readonly<Record<string, string>> = {
  removed: 'Samverk has been removed from it',
  archived: 'archived',
  'tenant-not-listed':
    'its organisation or workspace is no longer in the county file; once it is there again, it goes on',
  deleted: 'deleted',
  blocked: 'Samverk is blocked there',
};

export const road: Texts['road'] = {
  closed: 'The question is closed. Thank you to everyone who answered.',

  receipt: (receipt, at, changeUntil) =>
    `Thank you! Your answer is saved (receipt ${receipt}, ${at}). You can change it until ${changeUntil}.`,
  receiptLate: (receipt, at) =>
    `Thank you! Your answer is saved (receipt ${receipt}, ${at}). It came after the last day and is marked as late.`,
  ownStatus: (answer, at, receipt) => `Your answer: ${answer} (${at}, receipt ${receipt})`,
  colleagueStatus: (organisation, answer, at) => `${organisation} has already answered: ${answer} (${at})`,
  answerGiven: 'answer given',
  moreNeeded: 'Your answer is not saved yet. Fill in what is missing and send it.',
  alreadyAnswered: (organisation, at, answer) =>
    `${organisation} has already answered (${at}, ${answer}). The answer is not changed. You can change it here.`,
  isClosed: (until) =>
    `Your answer is not saved. The question closed ${until}. Ask the coordinator if something should change.`,
  notAsked:
    'Your answer is not saved. The question is not put to you or your organisation. Ask the coordinator if that is wrong.',
  released: 'Your answer is not saved. The question has been taken back, so you need not answer.',
  handedOn: (name) => `The answer is not saved. The question has gone over to ${name}, who answers instead.`,
  insteadOf: (name) => `Answered instead of ${name}.`,
  nothingToRepeat: 'There is no earlier answer to repeat. Choose one of the other answers.',
  gone: 'The question is no longer there. Ask the coordinator if you wonder why.',
  trouble: 'It could not be saved just now. Nothing is lost. Try again in a while.',

  nudge: {
    title: (prompt) => `Reminder: ${prompt}`,
    closes: (daysLeft, until) =>
      daysLeft <= 0
        ? `Today, ${until}, is the last day to answer.`
        : `The time to answer ends in ${daysLeft === 1 ? 'one day' : `${daysLeft} days`}, ${until}.`,
    effort: (questions) =>
      questions === 1 ? 'One question, a few seconds.' : `${questions} questions, about a minute.`,
  },

  delegate: {
    button: 'Ask my substitute to answer',
    done: (name) => `${name} has got the question and answers instead of you. Both names are kept with the answer.`,
    nobody:
      'You have no substitute to ask. Write "substitute", a name and days to appoint a colleague, for example "substitute Karin Ek 1–15 July".',
    answered: 'The question is answered already, so nobody needs to answer instead.',
    told: (name, prompt) => `${name} asks you to answer: ${prompt}`,
    why: (until) => `You are the substitute. Answer by ${until}. Both names are kept with the answer.`,
    answer: 'Answer now',
  },

  escalation: {
    title: (silent, asked, prompt) => `${silent} of ${asked} have not answered: ${prompt}`,
    nudged: (times) =>
      times === 0
        ? 'They have not been reminded.'
        : `They have been reminded ${times === 1 ? 'once' : `${times} times`}.`,
    silent: 'Have not answered',
    until: (until) => `The last day to answer was ${until}. Late answers are accepted and marked.`,
  },

  undelivered: {
    title: (count) => (count === 1 ? 'One message did not arrive' : `${count} messages did not arrive`),
    explain:
      'The platform did not accept what was sent. Check that the channel is still there and that Samverk is added to it.',
    item: (title, conversation, code) => `${title} — ${conversation} (${code})`,
    list: 'Not delivered',
    lost: {
      title: (names) => `I can no longer write in ${formatList(names, 'en')}`,
      list: 'Here I am silent for now',
      item: (name, reason) => `${name} — ${lostReasons[reason] ?? reason}`,
      explain: 'Add Samverk there again, and what is still of use goes on. The web room works as usual.',
    },
  },

  mine: {
    title: 'My questions',
    none: 'You have no open questions right now.',
    list: (count) => (count === 1 ? 'One open question' : `${count} open questions`),
    item: (title, until, isAnswered) => `${title} — answer by ${until}${isAnswered ? ' (answered)' : ''}`,
  },
};
