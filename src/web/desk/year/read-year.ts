// Gathers a county's year: calls, meetings, rounds, events, and what is national.
import { LocalDate } from '../../../calendar/local-date.ts';
import type { Db } from '../../../database/open.ts';
import { listGroups } from '../../../directory/group-store.ts';
import { findReach, may } from '../../../directory/may.ts';
import { listSeatedOn } from '../../../directory/membership-store.ts';
import { listNationalEvents } from '../../../directory/national-event.ts';
import type { GroupId, PersonId } from '../../../ids.ts';
import { textsIn } from '../../../text/texts.ts';
import { listCalls } from '../../../topics/calls/call-store.ts';
import { listApproved } from '../../../topics/events/event-store.ts';
import { listMeetings } from '../../../topics/meetings/meeting-store.ts';
import { isOff } from '../../../topics/plans/round.ts';
import { listCountyRounds } from '../../../topics/plans/round-store.ts';
import { toUrl } from '../desk-url.ts';
import type { DeskVisitor } from '../entrance/desk-session.ts';
import type { Visit } from '../visit.ts';
import type { YearEntry } from './year-entry.ts';

interface Reading {
  readonly db: Db;
  readonly visitor: DeskVisitor;
  readonly days: { readonly from: LocalDate; readonly to: LocalDate };
}

/** By their first day, those of one day by the hour. */
export async function readYear({ setting, visitor }: Visit, year: number): Promise<readonly YearEntry[]> {
  const { database, clock } = setting.road;
  const days = { from: LocalDate.parse(`${year}-01-01`), to: LocalDate.parse(`${year}-12-31`) };
  const reading = { db: database.db, visitor, days };
  const entries = [
    ...(await readCalls(reading, clock.now())),
    ...(await readMeetings(reading)),
    ...(await readRounds(reading)),
    ...(await readEvents(reading)),
    ...readNational(visitor, year),
  ];
  return entries.toSorted(compare);
}

function compare(a: YearEntry, b: YearEntry): number {
  const key = ({ fromOn, time, id }: YearEntry) => `${fromOn} ${time?.from ?? ''} ${id}`;
  return key(a) < key(b) ? -1 : 1;
}

const nobody: ReadonlySet<PersonId> = new Set();
const plain = { people: nobody, isCancelled: false } as const;

async function readCalls({ db, visitor, days }: Reading, now: Date): Promise<readonly YearEntry[]> {
  const texts = textsIn(visitor.language).calls;
  const listed = await listCalls(db, { countyId: visitor.county.id, now });
  return listed
    .filter(({ call }) => days.from <= call.closesOn && call.closesOn <= days.to)
    .map(({ call: { id, title, round, closesOn } }) => ({
      ...{ ...plain, id, kind: 'call', title: texts.prompt(title, round), fromOn: closesOn, toOn: closesOn },
      url: toUrl('calls', id),
    }));
}

async function readMeetings({ db, visitor, days }: Reading): Promise<readonly YearEntry[]> {
  const { county, today, actor } = visitor;
  const countyId = county.id;
  const groups = new Map((await listGroups(db, countyId)).map(({ id, name }) => [id, name]));
  const people = new Map<GroupId, Set<PersonId>>();
  for (const { groupId, personId } of await listSeatedOn(db, { countyId }, today)) {
    people.set(groupId, (people.get(groupId) ?? new Set()).add(personId));
  }
  const seen = findReach(actor, 'see-meetings');
  return (await listMeetings(db, { countyId, ...days })).map((meeting) => {
    const { id, groupId, title, heldOn, startsAt, endsAt, cancelledOn } = meeting;
    const group = groups.get(groupId) ?? '';
    return {
      ...{
        id,
        kind: 'meeting',
        title: title === undefined ? group : `${title}, ${group}`,
        fromOn: heldOn,
        toOn: heldOn,
      },
      time: { from: startsAt, to: endsAt },
      people: people.get(groupId) ?? nobody,
      isCancelled: cancelledOn !== undefined,
      ...((seen === 'all' || seen.includes(groupId)) && { url: toUrl('meetings', id) }),
    };
  });
}

async function readRounds({ db, visitor, days }: Reading): Promise<readonly YearEntry[]> {
  const { county, language, actor } = visitor;
  const texts = textsIn(language).deskPages.rounds;
  return (await listCountyRounds(db, county.id))
    .filter(({ opensOn, closesOn }) => days.from <= closesOn && opensOn <= days.to)
    .map((round) => ({
      ...{ ...plain, id: round.id, kind: 'round', title: texts.round(round.label), isCancelled: isOff(round) },
      ...{ fromOn: round.opensOn, toOn: round.closesOn },
      ...(may(actor, 'see-rounds') && { url: toUrl('rounds', round.id) }),
    }));
}

async function readEvents({ db, visitor, days }: Reading): Promise<readonly YearEntry[]> {
  const approved = await listApproved(db, { countyId: visitor.county.id, from: days.from });
  return approved
    .filter(({ fromOn }) => fromOn <= days.to)
    .map(({ id, title, fromOn, toOn }) => ({ ...plain, id, kind: 'event', title, fromOn, toOn }));
}

function readNational({ language }: DeskVisitor, year: number): readonly YearEntry[] {
  return listNationalEvents(year).map(({ id, fromOn, toOn, title }) => {
    return { ...plain, id, kind: 'national', title: title[language], fromOn, toOn };
  });
}
