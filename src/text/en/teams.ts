// English texts that stand in Teams alone.
import type { Texts } from '../sv.ts';

export const teams: Texts['teams'] = {
  continued: (title, at, of) => `${title} (${at} of ${of})`,

  form: {
    send: 'Send the answer',
    change: 'Change the answer',
    choose: 'Choose …',
    search: 'Type to search',
    wrong: 'Correct this:',
  },

  status: {
    closed: 'The question is closed.',
  },

  compose: {
    ask: 'Write a municipality or a question, such as Umeå.',
    done: 'Done. You can close this.',
  },

  commands: {
    help: 'help',
    contact: (words) => `contact ${words}`,
  },

  inPrivate: {
    answered: 'I have answered you in our own chat.',
    writeToMe: 'That answer is for you alone. Write to me in a chat of your own, and you will get it there.',
  },

  trouble: 'That did not work just now. Nothing is lost. Try again in a while.',
};
