// English texts that stand in Slack alone.
import type { Texts } from '../sv.ts';

export const slack: Texts['slack'] = {
  continued: (title, at, of) => `${title} (${at} of ${of})`,

  buttons: {
    answer: 'Choose',
    fill: 'Answer',
    repeat: 'Repeat',
    delegate: 'Ask substitute',
    link: 'Open',
    own: 'My answer',
  },

  form: {
    title: 'Answer',
    send: 'Send the answer',
    close: 'Cancel',
    change: 'Change the answer',
    choose: 'Choose …',
    options: (label) => `Options for ${label}`,
    range: (first, last) => `${first} – ${last}`,
    option: (number) => `Option ${number}`,
  },

  wait: { title: 'Samverk', opening: 'Fetching the question …', saving: 'One moment …', done: 'Close' },

  status: {
    closed: 'The question is closed.',
    open: 'You have not answered yet.',
    'not-asked': 'The question was not put to you.',
  },

  home: { tooMuch: 'Not everything fits here. Write to me under Messages, such as "mine" or "meetings".' },

  shortcut: { title: 'Ask Samverk', label: 'What do you want to know?', ask: 'Ask' },

  commands: { help: 'help' },

  trouble: 'That did not work just now. Nothing is lost. Try again in a while.',
};
