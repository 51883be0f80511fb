// A meeting that was held, or called off, is not steered any more.
import { textsIn } from '../../text/texts.ts';
import { findStart, type Meeting } from '../../topics/meetings/meeting.ts';
import type { DeskAsking, Refused } from '../desk-act.ts';

export function refuseOver(meeting: Meeting, { asker, county, now }: DeskAsking): Refused | undefined {
  const { refusals } = textsIn(asker.person.language).desk;
  if (meeting.cancelledOn !== undefined) return { refused: refusals.meetingOff };
  return findStart(meeting, county.timeZone) <= now ? { refused: refusals.meetingHeld } : undefined;
}
