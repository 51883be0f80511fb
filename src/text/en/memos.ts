// English texts: free reminders.
import type { Texts } from '../sv.ts';

export const memos: Texts['memos'] = {
  read: 'Read more',
};
