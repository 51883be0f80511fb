// Two counties with a few people in a few conversations.
import { ZoneName } from '../../../src/calendar/zone.ts';
import { ConversationId, CountyId, PersonId } from '../../../src/ids.ts';
import { Conversation } from '../../../src/platform.ts';
import type { RoomCounty, RoomPeople, RoomPerson, RoomPlace } from '../../../src/platforms/room/room-people.ts';

const zone = ZoneName.parse('Europe/Stockholm');

export const blekinge: RoomCounty = {
  id: CountyId.parse('blekinge'),
  name: 'Blekinge län',
  isExample: true,
  yearsMoved: 2,
  language: 'sv',
  zone,
};

export const kalmar: RoomCounty = { ...blekinge, id: CountyId.parse('kalmar'), name: 'Kalmar län', yearsMoved: 8 };

export const beredning = aConversation('blekinge/beredningsgruppen', 'Beredningsgruppen', 'channel');
export const sprak = aConversation('blekinge/arbetsgrupp-sprak', 'Arbetsgrupp språkutveckling', 'channel');
export const personal = aConversation('blekinge/karlshamn-direktor', 'Kommundirektör, Karlshamns kommun', 'personal');
export const elsewhere = aConversation('kalmar/integrationsradet', 'Integrationsrådet', 'channel');

export const director = aPerson('blekinge/karlshamn-direktor', 'Kommundirektör', 'Karlshamns kommun', [
  'Beredningsgruppen',
  'Arbetsgrupp språkutveckling',
]);
export const strategist = aPerson('blekinge/karlskrona-kontakt', 'Integrationsstrateg', 'Karlskrona kommun', [
  'Beredningsgruppen',
]);
const lonely = aPerson('blekinge/handlaggare', 'Integrationshandläggare', 'Länsstyrelsen Blekinge', []);
const councillor = {
  ...aPerson('kalmar/landshovding', 'Landshövding', 'Länsstyrelsen i Kalmar län', ['Integrationsrådet']),
  countyId: kalmar.id,
};

const places = new Map<string, readonly RoomPlace[]>([
  [
    director.id,
    [
      { conversation: personal },
      { conversation: beredning, groupName: 'Beredningsgruppen' },
      { conversation: sprak, groupName: 'Arbetsgrupp språkutveckling' },
    ],
  ],
  [strategist.id, [{ conversation: beredning, groupName: 'Beredningsgruppen' }]],
  [councillor.id, [{ conversation: elsewhere, groupName: 'Integrationsrådet' }]],
]);

export interface FakePeople extends RoomPeople {
  /** Those who have left. */
  readonly gone: Set<PersonId>;
}

export function createFakePeople(): FakePeople {
  const gone = new Set<PersonId>();
  const people = [director, strategist, lonely, councillor];
  return {
    gone,
    listCounties: async () => [blekinge, kalmar],
    listPeople: async (countyId) => people.filter((person) => person.countyId === countyId),
    findPerson: async (id) => (gone.has(id) ? undefined : people.find((person) => person.id === id)),
    listPlaces: async (id) => places.get(id) ?? [],
  };
}

function aPerson(id: string, title: string, organisation: string, groups: readonly string[]): RoomPerson {
  const name = `${title}, ${organisation}`;
  return { id: PersonId.parse(id), countyId: blekinge.id, name, title, organisation, groups, language: 'sv' };
}

function aConversation(id: string, name: string, kind: Conversation['kind']): Conversation {
  return Conversation.parse({ id: ConversationId.parse(`room/${id}`), platform: 'room', kind, name, address: {} });
}
