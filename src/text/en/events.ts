// English texts: the shared calendar of activities.
import { formatList } from '../format.ts';
import type { Texts } from '../sv.ts';

export const events: Texts['events'] = {
  title: 'Events',
  none: 'No events are planned.',
  item: (when, what, organisation) => `${when}: ${what} (by ${organisation})`,
  how: 'Write "event", a date and what happens to propose something, for example "event 10 April Language café · City library". Place and link come after " · ".',
  own: {
    title: 'What you have proposed',
    numbered: (number, item) => `${number}. ${item}`,
    approved: (item) => `${item} — is in the calendar`,
    waiting: (item) => `${item} — waits for the coordinator's approval`,
    refused: (item, reason) => `${item} — not approved: ${reason}`,
  },

  withdraw: {
    words: ['withdraw', 'take back', 'take out'],
    how: '"event withdraw" and the number takes out one of yours.',
    done: (title) => `"${title}" is withdrawn. It is not in the calendar any more.`,
    unknown: (own) =>
      own.length === 0
        ? 'You have proposed nothing that could be withdrawn.'
        : `None of yours has that number. You may withdraw ${formatList(own, 'en')}.`,
  },

  receipt: (title, when) =>
    `Thank you! "${title}", ${when}, is proposed. The coordinator is asked now, and others see it once it is approved. You will be told.`,
  receiptApproved: (title, when) => `"${title}", ${when}, is in the calendar now.`,
  faults: {
    'no-date':
      'Nothing is kept. Begin with the day: "event 2026-04-10 Language café", "event 10 April Language café" or "event 10–12 April Fair".',
    'no-title': 'Nothing is kept. Write what happens after the date.',
    over: 'Nothing is kept. The day is over.',
    'upside-down': 'Nothing is kept. The last day comes before the first.',
  },
  tooLong: (most) =>
    `Nothing is kept. Write at most ${most} characters about what happens, and at most ${most} about the place.`,

  prompt: (title) => `New event to approve: ${title}`,
  facts: {
    when: 'When',
    place: 'Place',
    from: 'From',
    answerBy: 'Answer by',
  },
  form: {
    decision: 'Should the event be in the calendar?',
    approved: 'Approve',
    refused: 'Refuse',
    reason: 'Reason',
    reasonNoun: 'a reason',
    reasonHelp: 'Whoever proposed the event will read it.',
  },
  decided: {
    withdrawn: 'It was taken back by whoever proposed it.',
    approved: 'Approved. It is in the calendar.',
    refused: (reason) => `Not approved: ${reason}`,
  },
  answer: {
    approved: (title) => `Your event is approved: ${title}`,
    refused: (title) => `Your event is not approved: ${title}`,
    seen: 'Everybody sees it by writing "events", and it comes in the week\'s letter.',
    again: 'Change what is missing and propose it again, or ask the coordinator.',
  },
  digest: {
    title: 'Events ahead',
    soon: (days) => `The next ${days} days`,
    fresh: 'New, further ahead',
  },
};
