// Everything that is somebody's, on one page: their open questions, the calls they may apply for, and their groups' meetings.
import type { Answer } from '../platform.ts';
import type { Asking } from './asking.ts';
import { showCalls } from './calls.ts';
import { showMeetings } from './meetings.ts';
import { showOwnQuestions } from './mine.ts';

/** The same as is answered to each of the commands, each thing once. */
export async function showHome(asking: Omit<Asking, 'rest'>): Promise<Answer> {
  const all = await Promise.all(
    [showOwnQuestions, showCalls, showMeetings].map((show) => show({ ...asking, rest: '' })),
  );
  return { kind: 'cards', messages: all.flatMap(({ answer }) => (answer.kind === 'card' ? [answer.message] : [])) };
}
