// Watches over a group's meetings: coordinator and convener are told what is missing while it can still be mended.
import { addDays, LocalDate } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import type { County } from '../../directory/county.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import type { Group } from '../../directory/group.ts';
import { findGroups, listConveners, listGroups, readGroup } from '../../directory/group-store.ts';
import { findReach } from '../../directory/ladder-reach.ts';
import { listCoordinators } from '../../directory/person-store.ts';
import type { GroupId } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import type { Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { findMeeting, listMeetings, readMeeting } from './meeting-store.ts';
import { findGroupYear, findLastSlot, findLeast, listCounted, listLooks, toQuotaId } from './watch.ts';
import { planMeetingWatch, planQuotaWatch } from './watch-dates.ts';
import { composeMissing, composeShortYear } from './watch-message.ts';

export const watchTopic = {
  kind: 'watch',
  dates: findDates,
  upcoming: findUpcoming,
  audience: findAudience,
  message: findMessage,
} satisfies Topic;

/** None where the meeting, or the group, is no longer there. */
async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const county = await readCounty(db, subject.countyId);
  const groupYear = findGroupYear(subject.id);
  if (!groupYear) {
    const meeting = await findMeeting(db, subject);
    return meeting ? planMeetingWatch(meeting, county) : [];
  }
  const [group] = await findGroups(db, county.id, [groupYear.groupId]);
  if (!group) return [];
  const { wanted, meetings } = await readYear(db, group, groupYear.year);
  return meetings.length < wanted ? planQuotaWatch(groupYear.year, county) : [];
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const county of await listCounties(db)) {
    const { id: countyId, timeZone, ladders } = county;
    const days = { from: toLocal(from, timeZone).date, to: toLocal(to, timeZone).date };
    const { before, after } = findReach(ladders.watch.agenda, ladders.watch.minutes);
    const near = { from: addDays(days.from, -after), to: addDays(days.to, before) };
    const meetings = await listMeetings(db, { countyId, ...near });
    found.push(...meetings.map(({ id }) => ({ countyId, id })), ...(await listYears(db, county, days)));
  }
  return found;
}

/** The years of groups with a number of meetings that are looked at within these days. */
async function listYears(
  db: Db,
  county: County,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly Subject[]> {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) =>
    listLooks(county, year).some(({ date }) => from <= date && date <= to),
  );
  if (years.length === 0) return [];
  const groups = (await listGroups(db, county.id)).filter((group) => findLeast(group) !== undefined);
  return groups.flatMap(({ id: groupId }) =>
    years.map((year) => ({ countyId: county.id, id: toQuotaId({ groupId, year }) })),
  );
}

/** Nobody where it was mended meanwhile, or is about another day by now. */
async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const groupId = await findGroupToTell(db, due);
  if (!groupId) return [];
  const { countyId, date } = due;
  const told = [...(await listConveners(db, { countyId, groupId }, date)), ...(await listCoordinators(db, countyId))];
  return [...new Map(told.map((one) => [one.id, one])).values()].map(({ id: personId, organisationId }) => ({
    kind: 'person',
    personId,
    organisationId,
    isAsked: false,
  }));
}

async function findGroupToTell(db: Db, due: Due): Promise<GroupId | undefined> {
  const subject = { countyId: due.countyId, id: due.subjectId };
  const planned = await findDates(db, subject);
  if (!planned.some(({ step, date }) => step === due.step && date === due.date)) return undefined;
  return findGroupYear(subject.id)?.groupId ?? (await readMeeting(db, subject)).groupId;
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const county = await readCounty(db, due.countyId);
  const { timeZone: zone } = county;
  const groupYear = findGroupYear(due.subjectId);
  if (groupYear) {
    const { groupId, year } = groupYear;
    const group = await readGroup(db, { countyId: county.id, groupId });
    const slot = findLastSlot(county, year);
    const ofYear = await readYear(db, group, year);
    return composeShortYear({ group: group.name, due, zone, language, year, ...ofYear, slot });
  }
  const meeting = await readMeeting(db, { countyId: county.id, id: due.subjectId });
  const group = await readGroup(db, meeting);
  return composeMissing({ meeting, group: group.name, due, zone, language });
}

async function readYear(db: Db, group: Group, year: number) {
  const { countyId, id: groupId } = group;
  const days = { from: LocalDate.parse(`${year}-01-01`), to: LocalDate.parse(`${year}-12-31`) };
  const meetings = await listMeetings(db, { countyId, groupId, ...days });
  // A group that has no number any more wants none.
  return { wanted: findLeast(group) ?? 0, meetings: listCounted(meetings, { groupId, year }) };
}
