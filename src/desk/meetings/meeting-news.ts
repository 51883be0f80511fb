// What is told of a meeting that its own topic has no step for: other hours on the same day, and that it is off.
import type { Db } from '../../database/open.ts';
import { readGroup } from '../../directory/group-store.ts';
import type { Message } from '../../message/message.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Meeting, MeetingDetails } from '../../topics/meetings/meeting.ts';
import { formatWhen } from '../../topics/meetings/meeting-message.ts';
import type { DeskAsking } from '../desk-act.ts';

type Compose = (language: Language) => Message;

export interface Rescheduled {
  readonly before: Meeting;
  readonly moved: MeetingDetails;
  readonly asking: DeskAsking;
}

export async function composeNewHours(db: Db, { before, moved, asking: { today } }: Rescheduled): Promise<Compose> {
  const { name } = await readGroup(db, before);
  return (language) => {
    const { news } = textsIn(language).desk;
    const when = (one: MeetingDetails) => formatWhen(one, language, today);
    return {
      language,
      title: news.newHours(name),
      parts: [{ kind: 'notice', tone: 'warning', text: news.hours(when(moved), when(before)) }],
      buttons: [],
    };
  };
}

export interface CalledOff {
  readonly meeting: Meeting;
  readonly reason?: string;
  readonly asking: DeskAsking;
}

export async function composeCalledOff(db: Db, { meeting, reason, asking: { today } }: CalledOff): Promise<Compose> {
  const { name } = await readGroup(db, meeting);
  return (language) => {
    const { desk, meetings } = textsIn(language);
    return {
      language,
      title: desk.news.off(meetings.prompt(name, formatDay(meeting.heldOn, language, today))),
      parts: [
        { kind: 'notice', tone: 'warning', text: meetings.cancelled },
        ...(reason === undefined ? [] : [{ kind: 'text', text: reason } as const]),
      ],
      buttons: [],
    };
  };
}
