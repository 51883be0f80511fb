// Writes what sheets add or change; what they do not name stays as it is.

import { LocalDate } from '../../calendar/local-date.ts';
import type { Instant } from '../../calendar/zone.ts';
import type { Tx } from '../../database/open.ts';
import { saveContacts } from '../../directory/contact-store.ts';
import { LEFT } from '../../directory/conversation.ts';
import { reopenConversations, saveConversations } from '../../directory/conversation-store.ts';
import { saveFigures } from '../../directory/figure-store.ts';
import { saveMemberships } from '../../directory/membership-store.ts';
import { saveOrganisations } from '../../directory/organisation-store.ts';
import { findPeople, releaseAddresses, savePeople } from '../../directory/person-store.ts';
import type { CountyId } from '../../ids.ts';
import { listCalls, saveCalls } from '../../topics/calls/call-store.ts';
import { listMeetings, saveMeetings } from '../../topics/meetings/meeting-store.ts';
import { saveActivities } from '../../topics/plans/activity-store.ts';
import type { RowKind } from '../changes.ts';
import { toContacts, toMemberships, toOrganisations, toPeople, toRoomConversations } from '../directory-nouns.ts';
import { toFigures } from '../figure-entry.ts';
import { toCalls, toMeetings } from '../occasion-nouns.ts';
import type { SavedSection } from '../save-sections.ts';
import { toActivities } from '../strategy-nouns.ts';
import type { SheetPart } from './sheet-part.ts';

export interface SavingPart {
  readonly part: SheetPart;
  readonly countyId: CountyId;
  readonly now: Instant;
}

/** @returns a section for each kind that the sheets have anything of */
export async function savePart(tx: Tx, saving: SavingPart): Promise<readonly SavedSection[]> {
  const { part, countyId, now } = saving;
  const sections: SavedSection[] = [];
  async function save<Noun extends { readonly id: string }>(
    kind: RowKind,
    nouns: readonly Noun[],
    write: (nouns: readonly Noun[]) => Promise<readonly string[]>,
  ): Promise<void> {
    if (nouns.length > 0) sections.push({ kind, ids: nouns.map(({ id }) => id), saved: await write(nouns) });
  }
  await releaseMoving(tx, saving);
  await save('organisation', toOrganisations(part), (nouns) => saveOrganisations(tx, countyId, nouns));
  await save('person', toPeople(part), (nouns) => savePeople(tx, countyId, nouns));
  await save('membership', toMemberships(part), (nouns) => saveMemberships(tx, countyId, nouns));
  await save('contact', toContacts(part), (nouns) => saveContacts(tx, countyId, nouns));
  await openBoxes(tx, saving);
  await save('call', await keepDecided(tx, saving), (nouns) => saveCalls(tx, { countyId, now }, nouns));
  await save('meeting', await keepCancelled(tx, saving), (nouns) => saveMeetings(tx, { countyId, now }, nouns));
  const activities = part.plans.flatMap((plan) => toActivities(part, plan));
  await save('activity', activities, (nouns) => saveActivities(tx, countyId, nouns));
  await save('figure', toFigures(part), (nouns) => saveFigures(tx, countyId, nouns));
  return sections;
}

/** Two may exchange their addresses. */
async function releaseMoving(tx: Tx, { part, countyId }: SavingPart): Promise<void> {
  const people = toPeople(part);
  const before = await findPeople(
    tx,
    countyId,
    people.map(({ id }) => id),
  );
  const moving = before.filter(({ id, email }) => people.some((one) => one.id === id && one.email !== email));
  await releaseAddresses(
    tx,
    countyId,
    moving.map(({ id }) => id),
  );
}

/** Each person has a box in the web room; whoever was gone has their conversations back. */
async function openBoxes(tx: Tx, { part, countyId, now }: SavingPart): Promise<void> {
  await saveConversations(tx, { countyId, now }, toRoomConversations({ ...part, groups: [] }));
  const personIds = toPeople(part).map(({ id }) => id);
  await reopenConversations(tx, { countyId, personIds }, { reason: LEFT, at: now });
}

/** A sheet cannot say that a call is decided, nor that a meeting is off: what is known of that stays. */
async function keepDecided(tx: Tx, { part, countyId, now }: SavingPart) {
  const calls = toCalls(part);
  if (calls.length === 0) return [];
  const known = new Map((await listCalls(tx, { countyId, now })).map(({ call }) => [call.id, call.decidedOn]));
  return calls.map((call) => {
    const decidedOn = known.get(call.id);
    return decidedOn === undefined ? call : { ...call, decidedOn };
  });
}

const EVER = LocalDate.parse('1900-01-01');

async function keepCancelled(tx: Tx, { part, countyId }: SavingPart) {
  const meetings = toMeetings(part);
  if (meetings.length === 0) return [];
  const known = new Map(
    (await listMeetings(tx, { countyId, from: EVER })).map(({ id, cancelledOn }) => [id, cancelledOn]),
  );
  return meetings.map((meeting) => {
    const cancelledOn = known.get(meeting.id);
    return cancelledOn === undefined ? meeting : { ...meeting, cancelledOn };
  });
}
