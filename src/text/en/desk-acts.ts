// English texts: planning and steering on the desk's pages.
import type { Texts } from '../sv.ts';

export const deskActs: Texts['deskActs'] = {
  plan: 'Plan',
  lead: 'Add something new, or choose what you want to change. You always see what is sent before anything happens.',
  planned: 'Planned',
  none: 'Nothing is planned.',
  kinds: { meeting: 'Meeting', call: 'Call', round: 'Check-in', survey: 'Survey', memo: 'Reminder' },
  possible: 'What do you want to do?',
  trace: 'What has changed',
  preview: 'Preview',
  inWords: 'What happens',
  refused: 'That did not work',
  done: 'Done',
  toSubject: 'Show it',
  toPlan: 'To planning',
};
