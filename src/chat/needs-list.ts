// "behov" alone: what one has raised and what became of it, and what is open to those who settle it.
import { listConveners, listGroups } from '../directory/group-store.ts';
import { findReach } from '../directory/may.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { GroupId } from '../ids.ts';
import type { Part } from '../message/message.ts';
import { textsIn } from '../text/texts.ts';
import type { Need } from '../topics/needs/need.ts';
import { listNeedsOf, listOpenNeeds } from '../topics/needs/need-store.ts';
import type { Asking, Doing } from './asking.ts';
import { findActor } from './find-actor.ts';
import { findToday } from './find-today.ts';

export async function listNeeds(asking: Asking): Promise<Doing> {
  const { road, person } = asking;
  const { language } = person;
  const texts = textsIn(language).needs;
  const own = await listNeedsOf(road.database.db, person.countyId, person.id);
  const open = await listToSettle(asking);
  const mine: readonly Part[] =
    own.length === 0
      ? [{ kind: 'text', text: texts.none }]
      : [{ kind: 'list', title: texts.own, items: own.map((need) => describe(need, asking)) }];
  const parts = [...(await composeOpen(asking, open)), ...mine, { kind: 'note', text: texts.how } as const];
  return { answer: { kind: 'card', message: { language, title: texts.title, parts, buttons: [] } } };
}

function describe({ number, text, settled }: Need, { person }: Asking): string {
  const { needs } = textsIn(person.language);
  return settled ? needs.ownSettled(number, text, settled.outcome) : needs.ownOpen(number, text);
}

/** All of the county's for a coordinator, those of one's groups for a convener, none for anybody else. */
async function listToSettle(asking: Asking): Promise<readonly Need[]> {
  const { road, person } = asking;
  const { db } = road.database;
  const settled = await findSettled(asking);
  if (settled === 'all') return listOpenNeeds(db, person.countyId);
  return settled.length === 0 ? [] : listOpenNeeds(db, person.countyId, settled);
}

/** Of which groups do they settle the needs? Whoever is told of them in the place of a convener does it as one. */
export async function findSettled(asking: Asking): Promise<'all' | readonly GroupId[]> {
  const { road, person } = asking;
  const { db } = road.database;
  const { countyId } = person;
  const reach = findReach(await findActor(asking), 'settle-need');
  if (reach === 'all') return reach;
  const today = await findToday(asking);
  const settled = new Set(reach);
  for (const { id: groupId } of (await listGroups(db, countyId)).filter(({ kind }) => kind === 'preparatory')) {
    const conveners = await listConveners(db, { countyId, groupId }, today);
    if (conveners.some(({ id }) => id === person.id)) settled.add(groupId);
  }
  return [...settled];
}

async function composeOpen({ road, person }: Asking, open: readonly Need[]): Promise<readonly Part[]> {
  if (open.length === 0) return [];
  const texts = textsIn(person.language).needs;
  const ids = open.map(({ organisationId }) => organisationId);
  const organisations = await findOrganisations(road.database.db, person.countyId, ids);
  const items = open.map(({ number, text, organisationId }) =>
    texts.openItem(number, text, organisations.find(({ id }) => id === organisationId)?.name ?? ''),
  );
  return [
    { kind: 'list', title: texts.open, items },
    { kind: 'note', text: texts.howToSettle },
  ];
}
