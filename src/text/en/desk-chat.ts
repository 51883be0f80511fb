// English texts of the desk in a chat.
import { formatCount, formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

export const deskChat: Texts['deskChat'] = {
  kinds: {
    meeting: ['meeting', 'meetings'],
    call: ['call', 'calls'],
    round: ['check-in', 'checkin', 'round'],
    survey: ['survey', 'surveys'],
    memo: ['reminder', 'reminders'],
  },
  fillers: ['off', 'the', 'for', 'about'],
  whatNew: 'What do you want to add? Write "new meeting", "new call", "new check-in", "new survey" or "new reminder".',
  which: 'Which one do you mean?',
  whichList: 'You can choose',
  none: 'There is nothing planned that you can steer. Write "new meeting" to add one.',
  noneAble: (act) =>
    `There is nothing to do that with just now: ${act.toLowerCase()}. Write "answers" to see what is planned.`,
  unknown: (text) => `I find nothing called "${text}" among what you can steer. This is the list:`,
  item: (title, day) => `${title} — ${day}`,
  more: (count) => `and ${count} more. Add some words of the name, and I show the right one.`,
  receipt: (said, receipt) => `${said} Receipt ${receipt}.`,
  acts: {
    change: 'Change',
    move: 'Move',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Call off',
    nudge: 'Remind those who have not answered',
    resend: 'Send again to those it did not reach',
    close: 'Close the question',
    prolong: 'Prolong',
    reopen: 'Open the question again',
  },
  did: {
    new: 'Created',
    change: 'Changed',
    move: 'Moved',
    pause: 'Paused',
    resume: 'Resumed',
    cancel: 'Called off',
    nudge: 'Reminded',
    resend: 'Sent again',
    close: 'Closed',
    prolong: 'Prolonged',
    reopen: 'Opened again',
  },
  answers: {
    title: (what) => `Answers: ${what}`,
    none: 'No question has been asked yet.',
    progress: (answered, asked) => `${answered} of ${asked} have answered`,
    answered: 'Have answered',
    item: (name, answer) => `${name}: ${answer}`,
    silent: 'Have not answered',
    failed: (count) => `${formatCount(count, 'message', 'messages')} did not arrive.`,
    how: 'Write "answers" and some words of the name.',
    changes: 'Last done',
    change: (what, at, by, fields) =>
      `${what} ${at} by ${by}${fields.length === 0 ? '' : ` (${formatList(fields, 'en')})`}`,
  },
};
