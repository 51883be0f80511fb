// What are coordinators and conveners told about an agenda, minutes or a year's meetings that are missing?
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Message } from '../../message/message.ts';
import { formatDate, formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due } from '../../topic.ts';
import type { Meeting } from './meeting.ts';
import { formatWhen } from './meeting-message.ts';
import type { LastSlot } from './watch.ts';
import { isAboutMinutes } from './watch-dates.ts';

interface Setting {
  readonly group: string;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
}

export function composeMissing({
  meeting,
  group,
  due,
  zone,
  language,
}: Setting & { readonly meeting: Meeting }): Message {
  const { agenda, minutes } = textsIn(language).watches;
  const today = toLocal(due.now, zone).date;
  const day = formatDay(meeting.heldOn, language, today);
  const title = isAboutMinutes(due.step) ? minutes.title(group, day) : agenda.title(group, day);
  const text = isAboutMinutes(due.step) ? minutes.text(group, day) : agenda.text(formatWhen(meeting, language, today));
  return { language, title, parts: [{ kind: 'text', text }], buttons: [] };
}

export interface ShortYear extends Setting {
  readonly year: number;
  readonly wanted: number;
  /** Held and booked. */
  readonly meetings: readonly Meeting[];
  readonly slot: LastSlot;
}

export function composeShortYear({ group, due, zone, language, year, wanted, meetings, slot }: ShortYear): Message {
  const { quota } = textsIn(language).watches;
  const today = toLocal(due.now, zone).date;
  const lastDay = formatDate(slot.lastDay, language, today);
  const text = [
    quota.text(wanted - meetings.length, lastDay),
    ...(slot.callDays > 0 ? [quota.call(slot.callDays, formatDate(slot.bookBy, language, today))] : []),
  ].join(' ');
  const items = meetings.map((meeting) => formatWhen(meeting, language, today));
  return {
    language,
    title: quota.title(group, meetings.length, wanted, year),
    parts: [
      { kind: 'text', text },
      items.length > 0 ? { kind: 'list', title: quota.meetings, items } : { kind: 'text', text: quota.none },
    ],
    buttons: [],
  };
}
