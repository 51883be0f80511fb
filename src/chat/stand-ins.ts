// Who stands in for somebody when they are away, and for whom do they?
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { findGroups } from '../directory/group-store.ts';
import { listCountyMembersOn } from '../directory/membership-store.ts';
import type { Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import type { Part } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import { formatList } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';

export async function listStandIns(road: Road, person: Person): Promise<readonly Part[]> {
  const { db } = road.database;
  const { id, countyId, language } = person;
  const { standIns } = textsIn(language).chat;
  const { timeZone } = await readCounty(db, countyId);
  const members = await listCountyMembersOn(db, countyId, toLocal(road.clock.now(), timeZone).date);
  const own = members.filter(({ role, substituteForId }) => role === 'substitute' && substituteForId === id);
  const others = members.filter(({ role, personId }) => role === 'substitute' && personId === id);
  const groups = await findGroups(
    db,
    countyId,
    [...own, ...others].map(({ groupId }) => groupId),
  );
  const named = await findPeople(db, countyId, [
    ...own.map(({ personId }) => personId),
    ...others.flatMap(({ substituteForId }) => substituteForId ?? []),
  ]);
  const nameOf = (personId: string | undefined) => named.find((one) => one.id === personId)?.name ?? '';
  const ownItems = groups.flatMap((group) => {
    const names = own.filter(({ groupId }) => groupId === group.id).map(({ personId }) => nameOf(personId));
    return names.length === 0 ? [] : [standIns.ownItem(group.name, formatList(names, language))];
  });
  const otherItems = others.map(({ groupId, substituteForId }) =>
    standIns.othersItem(nameOf(substituteForId), groups.find((group) => group.id === groupId)?.name ?? ''),
  );
  return [
    ...(ownItems.length === 0 ? [] : [{ kind: 'list', title: standIns.own, items: ownItems } as const]),
    ...(otherItems.length === 0 ? [] : [{ kind: 'list', title: standIns.others, items: otherItems } as const]),
  ];
}
