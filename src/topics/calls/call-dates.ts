// On which days does a grant call remind, and when is a moved deadline told?
import { climbLadder } from '../../calendar/ladder.ts';
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { County } from '../../directory/county.ts';
import type { PlannedDate } from '../../topic.ts';
import { type Call, findClose } from './call.ts';
import { INTEREST } from './call-form.ts';

const MOVED = 'moved:';

/**
 * The county's ladder up to the close, and a notice where the deadline has moved. A step that only the new deadline puts
 * before the move was never missed, so it is left out.
 */
export function planCall(call: Call, { ladders, timeZone: zone }: County): readonly PlannedDate[] {
  const close = findClose(call, zone);
  const steps = climbLadder(ladders.call.steps, { anchor: call.closesOn, zone, moveDefault: 'before' });
  const reminders = steps
    .filter(({ at }) => at < close && (call.moved === undefined || at > call.moved.at))
    .map((planned) => ({ ...planned, ...reminder, usefulTo: close, question: INTEREST }));
  return [...planNotice(call, zone), ...reminders].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

const reminder = { kind: 'reminder', whenLate: 'summarise' } as const;

/** The notice goes out at once, and asks nothing. */
function planNotice(call: Call, zone: ZoneName): readonly PlannedDate[] {
  const usefulTo = findClose(call, zone);
  if (call.moved === undefined || call.moved.at >= usefulTo) return [];
  const { at } = call.moved;
  return [{ step: `${MOVED}${call.closesOn}`, kind: 'reminder', ...toLocal(at, zone), at, usefulTo, whenLate: 'send' }];
}

/** Is this the step that tells of a moved deadline? */
export function isNotice(step: string): boolean {
  return step.startsWith(MOVED);
}
