// A free reminder: when it is told, whom, and in which words.
import { addDays, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { listMembersOn } from '../../directory/membership-store.ts';
import { fillSeats } from '../../directory/seat.ts';
import { NotFound } from '../../errors.ts';
import type { Message } from '../../message/message.ts';
import { findDay, listDays, toRecurringId, toSubjectId } from '../../reminders/recurring.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { type Memo, toRecurring } from './memo.ts';
import { findMemo, listMemos } from './memo-store.ts';

export const memoTopic = {
  kind: 'memo',
  dates: findDates,
  upcoming: findUpcoming,
  audience: findAudience,
  message: findMessage,
} satisfies Topic;

async function readOne(db: Db, { countyId, id }: Subject): Promise<Memo> {
  const memo = await findMemo(db, countyId, toRecurringId(id));
  if (!memo) throw new NotFound(`There is no free reminder ${id} in ${countyId}.`);
  return memo;
}

/** After a standstill it is told late, but not in another week. */
const LATEST_DAYS = 6;
const LAST_MINUTE = LocalTime.parse('23:59');

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const memo = await readOne(db, subject);
  const date = findDay(toRecurring(memo), subject.id);
  if (date === undefined) return [];
  const { timeZone: zone } = await readCounty(db, subject.countyId);
  const at = toInstant({ date, time: memo.sendAt }, zone);
  const usefulTo = toInstant({ date: addDays(date, LATEST_DAYS), time: LAST_MINUTE }, zone);
  return [{ step: 'memo', kind: 'reminder', date, time: memo.sendAt, at, usefulTo, whenLate: 'send' }];
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const { id: countyId, timeZone } of await listCounties(db)) {
    const days = { fromOn: toLocal(from, timeZone).date, toOn: toLocal(to, timeZone).date };
    for (const memo of await listMemos(db, countyId, days.fromOn)) {
      found.push(...listDays(toRecurring(memo), days).map((day) => ({ countyId, id: toSubjectId(memo, day) })));
    }
  }
  return found;
}

/** Its groups and, where it says so, everybody in their seats; each once. */
async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const { countyId, date } = due;
  const { groupIds, toMembers } = await readOne(db, { countyId, id: due.subjectId });
  const groups = groupIds.map((groupId): Recipient => ({ kind: 'group', groupId }));
  if (!toMembers) return groups;
  const members = [];
  for (const groupId of groupIds) members.push(...(await listMembersOn(db, { countyId, groupId }, date)));
  const seats = fillSeats(members, await findAway(db, countyId, date));
  return [...groups, ...seats.map((seat): Recipient => ({ kind: 'person', ...seat, isAsked: false }))];
}

async function findMessage(db: Db, { countyId, subjectId: id }: Due, language: Language): Promise<Message> {
  const { title, text, link } = await readOne(db, { countyId, id });
  return {
    language,
    title,
    parts: [{ kind: 'text', text }],
    buttons: link === undefined ? [] : [{ kind: 'link', label: textsIn(language).memos.read, url: link }],
  };
}
