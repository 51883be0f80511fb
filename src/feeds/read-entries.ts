// What stands in whose calendar?
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { readCounty } from '../directory/county-store.ts';
import type { Group } from '../directory/group.ts';
import { listGroups } from '../directory/group-store.ts';
import { isSeatedOn } from '../directory/membership.ts';
import { listMemberships } from '../directory/membership-store.ts';
import { listOrganisations } from '../directory/organisation-store.ts';
import { hasLeft, type Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import { GroupId, PersonId } from '../ids.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { type Call, concerns } from '../topics/calls/call.ts';
import { listCalls } from '../topics/calls/call-store.ts';
import { listEverApproved } from '../topics/events/event-store.ts';
import type { Meeting } from '../topics/meetings/meeting.ts';
import { listMeetings } from '../topics/meetings/meeting-store.ts';
import type { FeedOwner } from './feed.ts';
import { type FeedEntry, toCallEntry, toEventEntry, toMeetingEntry } from './feed-entry.ts';

export interface FeedContent {
  readonly county: County;
  readonly language: Language;
  /** What the calendar is called where it is shown. */
  readonly name: string;
  readonly entries: readonly FeedEntry[];
}

/** So long what has been stays to be looked back at. */
const DAYS_BACK = 365;

/** Undefined where the owner is not there any more: a person who has left, a group that is no more. */
export async function readContent(db: Db, owner: FeedOwner, now: Instant): Promise<FeedContent | undefined> {
  const county = await readCounty(db, owner.countyId);
  const groups = await listGroups(db, county.id);
  const reach = await findReach(db, owner, { county, groups });
  if (!reach) return undefined;
  const { language, name } = reach;
  const from = addDays(toLocal(now, county.timeZone).date, -DAYS_BACK);
  const nameOf = (id: string) => groups.find((group) => group.id === id)?.name ?? '';
  const meetings = (await listMeetings(db, { countyId: county.id, from })).filter(reach.hasMeeting);
  const calls = (await listCalls(db, { countyId: county.id, now })).map(({ call }) => call).filter(reach.hasCall);
  return {
    county,
    language,
    name,
    entries: [
      ...meetings.map((meeting) => toMeetingEntry(meeting, nameOf(meeting.groupId), language)),
      ...calls.filter(({ closesOn }) => closesOn >= from).map((call) => toCallEntry(call, language)),
      ...(await readEvents(db, county, { from, language })),
    ],
  };
}

interface Reach {
  readonly language: Language;
  readonly name: string;
  hasMeeting(meeting: Meeting): boolean;
  hasCall(call: Call): boolean;
}

interface Setting {
  readonly county: County;
  readonly groups: readonly Group[];
}

async function findReach(db: Db, owner: FeedOwner, { county, groups }: Setting): Promise<Reach | undefined> {
  const [language] = county.languages;
  const { name } = textsIn(language).feeds;
  switch (owner.kind) {
    case 'person': {
      const [person] = await findPeople(db, county.id, [PersonId.parse(owner.ownerId)]);
      return person && !hasLeft(person) ? reachOf(db, person, county) : undefined;
    }
    case 'group': {
      const id = GroupId.parse(owner.ownerId);
      const group = groups.find((one) => one.id === id);
      return (
        group && {
          language,
          name: name.group(group.name),
          hasMeeting: ({ groupId }) => groupId === id,
          hasCall: ({ groupIds }) => groupIds.includes(id),
        }
      );
    }
    case 'county':
      return { language, name: name.county(county.name), hasMeeting: () => true, hasCall: () => true };
  }
}

/** The meetings of the groups that they are in on the day, and the calls that they may apply for. */
async function reachOf(db: Db, person: Person, county: County): Promise<Reach> {
  const { language } = person;
  const seats = await listMemberships(db, county.id, person.id);
  const organisation = (await listOrganisations(db, county.id)).find(({ id }) => id === person.organisationId);
  return {
    language,
    name: textsIn(language).feeds.name.person(county.name),
    hasMeeting: ({ groupId, heldOn }) => seats.some((seat) => seat.groupId === groupId && isSeatedOn(seat, heldOn)),
    hasCall: (call) => organisation !== undefined && concerns(call, organisation, county.boardId),
  };
}

/** What is in the shared calendar, and what was taken out of it again. */
async function readEvents(
  db: Db,
  { id: countyId }: County,
  { from, language }: { readonly from: LocalDate; readonly language: Language },
): Promise<readonly FeedEntry[]> {
  const events = await listEverApproved(db, { countyId, from });
  if (events.length === 0) return [];
  const names = new Map((await listOrganisations(db, countyId)).map(({ id, name }) => [id, name]));
  return events.map((event) => toEventEntry(event, names.get(event.organisationId) ?? '', language));
}
