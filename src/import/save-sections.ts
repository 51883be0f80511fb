// Writes everything that a county file says, and tells what of it was new or changed.

import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { listHandOvers } from '../directory/appointment-store.ts';
import type { Contact } from '../directory/contact.ts';
import { saveContacts } from '../directory/contact-store.ts';
import { LEFT } from '../directory/conversation.ts';
import { reopenConversations, saveConversations } from '../directory/conversation-store.ts';
import type { County } from '../directory/county.ts';
import { saveCounty } from '../directory/county-store.ts';
import { saveGroups } from '../directory/group-store.ts';
import { endHandedOver, findHeir, type HandOver } from '../directory/hand-over.ts';
import { saveMemberships } from '../directory/membership-store.ts';
import { saveOrganisations } from '../directory/organisation-store.ts';
import { savePeople } from '../directory/person-store.ts';
import { saveCalls } from '../topics/calls/call-store.ts';
import { saveInstruments } from '../topics/calls/instrument-store.ts';
import { saveMeetings } from '../topics/meetings/meeting-store.ts';
import { saveActivities } from '../topics/plans/activity-store.ts';
import { isFurther, type Plan } from '../topics/plans/plan.ts';
import { addPlanStep } from '../topics/plans/plan-step-store.ts';
import { listPlans, savePlans } from '../topics/plans/plan-store.ts';
import { saveRounds } from '../topics/plans/round-store.ts';
import { saveAreas, saveGoals, saveStrategies } from '../topics/plans/strategy-store.ts';
import { RowKind } from './changes.ts';
import type { CountyFile } from './county-file.ts';
import {
  toContacts,
  toGroups,
  toMemberships,
  toOrganisations,
  toPeople,
  toRoomConversations,
} from './directory-nouns.ts';
import { toCalls, toInstruments, toMeetings } from './occasion-nouns.ts';
import { toAllActivities, toAllRounds, toAreas, toGoals, toPlans, toStrategies } from './strategy-nouns.ts';

export interface Saving {
  readonly file: CountyFile;
  readonly county: County;
  readonly now: Instant;
}

/** One kind of thing in the file, once it is written. */
export interface SavedSection {
  readonly kind: RowKind;
  /** What the file has of it. */
  readonly ids: readonly string[];
  /** Those of them that were new or changed. */
  readonly saved: readonly string[];
}

export async function saveSections(tx: Tx, saving: Saving): Promise<readonly SavedSection[]> {
  const { file, county, now } = saving;
  const { id } = county;
  const sections: SavedSection[] = [];
  const handOvers = await listHandOvers(tx, id);
  async function save<Noun extends { readonly id: string }>(
    kind: RowKind,
    nouns: readonly Noun[],
    write: (nouns: readonly Noun[]) => Promise<readonly string[]>,
  ): Promise<void> {
    sections.push({ kind, ids: nouns.map((noun) => noun.id), saved: await write(nouns) });
  }
  await save('county', [county], async () => ((await saveCounty(tx, county)) ? [id] : []));
  await save('organisation', toOrganisations(file), (nouns) => saveOrganisations(tx, id, nouns));
  await save('person', toPeople(file), (nouns) => savePeople(tx, id, nouns));
  await save('group', toGroups(file), (nouns) => saveGroups(tx, id, nouns));
  // Somebody may have left, and another followed, before the file says so.
  await save('membership', endHandedOver(toMemberships(file), handOvers), (nouns) => saveMemberships(tx, id, nouns));
  await save(
    'contact',
    toContacts(file).map((one) => followHandOver(one, handOvers)),
    (nouns) => saveContacts(tx, id, nouns),
  );
  await saveRoom(tx, saving);
  await save('instrument', toInstruments(file), (nouns) => saveInstruments(tx, id, nouns));
  // Where a last day or a meeting has moved, the store remembers it, so that a notice goes out.
  await save('call', toCalls(file), (nouns) => saveCalls(tx, { countyId: id, now }, nouns));
  await save('meeting', toMeetings(file), (nouns) => saveMeetings(tx, { countyId: id, now }, nouns));
  await save('strategy', toStrategies(file), (nouns) => saveStrategies(tx, id, nouns));
  await save('area', toAreas(file), (nouns) => saveAreas(tx, id, nouns));
  await save('goal', toGoals(file), (nouns) => saveGoals(tx, id, nouns));
  // What is in a plan before the plan: the file may say that it is locked by now.
  await save('round', toAllRounds(file), (nouns) => saveRounds(tx, id, nouns));
  await save('activity', toAllActivities(file), (nouns) => saveActivities(tx, id, nouns));
  const plans = await listPlans(tx, id);
  await save('plan', toPlans(file), (nouns) => savePlans(tx, id, nouns));
  await keepImportedSteps(tx, { before: plans, after: await listPlans(tx, id), at: now });
  return sections.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

const ORDER = RowKind.options;

interface Importing {
  readonly before: readonly Plan[];
  readonly after: readonly Plan[];
  readonly at: Instant;
}

/** What the file says a plan has become, it has become now, for all that is known here. Only one step is the approval. */
async function keepImportedSteps(tx: Tx, { before, after, at }: Importing): Promise<void> {
  const states = new Map(before.map(({ id, state }) => [id, state]));
  for (const { countyId, id: planId, state: to, approvedOn, dnr } of after) {
    const from = states.get(planId) ?? 'draft';
    if (from === to) continue;
    const isApproval = isFurther('approved', from) && !isFurther('approved', to);
    const decision = { ...(approvedOn && { decidedOn: approvedOn }), ...(dnr && { dnr }) };
    await addPlanStep(tx, { ...{ countyId, planId, from, to, at }, ...(isApproval && decision) });
  }
}

function followHandOver(contact: Contact, handOvers: readonly HandOver[]): Contact {
  const heir = contact.personId && findHeir(contact.personId, undefined, handOvers);
  return heir ? { ...contact, personId: heir } : contact;
}

/** Whoever was gone and is in the file again has their conversations back, on all platforms. */
async function saveRoom(tx: Tx, { file, county, now }: Saving): Promise<void> {
  const { id: countyId } = county;
  await saveConversations(tx, { countyId, now }, toRoomConversations(file));
  const groupIds = toGroups(file).map(({ id }) => id);
  const personIds = toPeople(file).map(({ id }) => id);
  await reopenConversations(tx, { countyId, groupIds, personIds }, { reason: LEFT, at: now });
}
