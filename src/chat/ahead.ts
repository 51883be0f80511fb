// What comes next for somebody: the meetings of their groups and the last days of their calls, by day.
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Person } from '../directory/person.ts';
import type { Part } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import { textsIn } from '../text/texts.ts';
import { formatClose } from '../topics/calls/call-message.ts';
import { formatWhen } from '../topics/meetings/meeting-message.ts';
import { listOwnCalls } from './calls.ts';
import { listComing } from './meetings.ts';

/** So many are named; that there are more is said, and where they are. */
const MOST = 5;

export async function listAhead(road: Road, person: Person): Promise<readonly Part[]> {
  const { language } = person;
  const { chat, meetings } = textsIn(language);
  const county = await readCounty(road.database.db, person.countyId);
  const now = toLocal(road.clock.now(), county.timeZone);
  const coming = (await listComing(road, person, now)).filter(({ meeting }) => meeting.cancelledOn === undefined);
  const calls = await listOwnCalls(road, person, county);
  const lines = [
    ...coming.map(({ meeting, group }) => {
      const when = formatWhen(meeting, language, now.date);
      const { title, heldOn: day } = meeting;
      return { day, text: title ? meetings.titleNamed(title, group, when) : meetings.title(group, when) };
    }),
    ...calls.map(({ call }) => ({
      day: call.closesOn,
      text: chat.ahead.call(call.title, formatClose(call, language, now.date)),
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  if (lines.length === 0) return [];
  const rest = lines.length - MOST;
  return [
    { kind: 'list', title: chat.ahead.title, items: lines.slice(0, MOST).map(({ text }) => text) },
    ...(rest > 0 ? [{ kind: 'note', text: chat.ahead.more(rest) } as const] : []),
  ];
}
