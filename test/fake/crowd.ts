// A county of any size, each person with one conversation, and a topic that tells or asks all of them the same.
import { toLocal, ZoneName } from '../../src/calendar/zone.ts';
import type { Database } from '../../src/database/open.ts';
import { ConversationId, CountyId, OrganisationId, PersonId } from '../../src/ids.ts';
import type { Form } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import type { Conversation } from '../../src/platform.ts';
import type { Due, PlannedDate, Recipient, Topic, Topics } from '../../src/topic.ts';

export const CROWD = CountyId.parse('folklan');
const ZONE = ZoneName.parse('Europe/Stockholm');
const DAY_MS = 24 * 60 * 60 * 1000;
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

const form: Form = {
  fields: [{ key: 'number', kind: 'number', label: 'Hur många kommer?', required: true, isWhole: true }],
};

/** One person from each of so many organisations, in the web room. */
export function listCrowd(size: number): readonly PersonId[] {
  return Array.from({ length: size }, (_, n) => PersonId.parse(`${CROWD}/person-${n}`));
}

export function placeOf(personId: PersonId): ConversationId {
  return ConversationId.parse(`room/${personId}`);
}

function organisationOf(personId: PersonId): OrganisationId {
  return OrganisationId.parse(`${personId}-kommun`);
}

export interface Crowd {
  readonly people: readonly PersonId[];
  readonly asks: boolean;
  /** When every subject is due. */
  readonly dueAt: () => Date;
}

export function createCrowdTopic({ people, asks, dueAt }: Crowd): Topic {
  const recipients = people.map(
    (personId): Recipient => ({ kind: 'person', personId, organisationId: organisationOf(personId), isAsked: asks }),
  );
  return {
    kind: 'call',
    dates: async () => [toPlanned(dueAt(), asks)],
    upcoming: async () => [],
    audience: async () => recipients,
    asks: async () => ({
      title: 'Avstämning mars: Språkstöd på arbetsplatsen',
      period: '2026-mars',
      form,
      answerPer: 'person',
      opensAt: LONG_AGO,
      answerBy: new Date(dueAt().getTime() + DAY_MS),
      closesAt: new Date(dueAt().getTime() + 2 * DAY_MS),
    }),
    message: async (_db, due) => compose(due),
  };
}

/** The crowd's topic is the only one that has anything to say. */
export function asOnlyTopic(topic: Topic): Topics {
  const silent: Topic = { ...topic, dates: async () => [] };
  return {
    call: topic,
    meeting: { ...silent, kind: 'meeting' },
    plan: { ...silent, kind: 'plan' },
    followup: { ...silent, kind: 'followup' },
    contact: { ...silent, kind: 'contact' },
    need: { ...silent, kind: 'need' },
    event: { ...silent, kind: 'event' },
    survey: { ...silent, kind: 'survey' },
    memo: { ...silent, kind: 'memo' },
    watch: { ...silent, kind: 'watch' },
  };
}

/** About as long as a grant call's card. */
function compose({ prompt }: Due): Message {
  const { asked, replies } = prompt?.standing ?? { asked: [], replies: [] };
  return {
    language: 'sv',
    title: 'Utlysningen Språkstöd på arbetsplatsen stänger om 14 dagar',
    parts: [
      { kind: 'text', text: 'Söks av kommuner och regioner. Medfinansieringen är 40 procent, projekttiden två år.' },
      { kind: 'facts', facts: [{ label: 'Stänger', value: 'onsdag 20 mars kl. 23.59' }] },
      {
        kind: 'progress',
        text: `${replies.length} av ${asked.length} har svarat`,
        answered: replies.length,
        asked: asked.length,
      },
    ],
    buttons: [],
    ...(prompt ? { question: { promptId: prompt.id, form: prompt.form } } : {}),
  };
}

function toPlanned(at: Date, asks: boolean): PlannedDate {
  return {
    ...toLocal(at, ZONE),
    step: '-14',
    kind: 'reminder',
    at,
    usefulTo: new Date(at.getTime() + DAY_MS),
    whenLate: 'send',
    ...(asks ? { question: 'coming' } : {}),
  };
}

/** Where a person of the crowd is reached. */
export type FindPlace = (personId: PersonId) => Pick<Conversation, 'id' | 'platform' | 'kind' | 'address'>;

const inRoom: FindPlace = (personId) => ({ id: placeOf(personId), platform: 'room', kind: 'personal', address: {} });

export interface Places {
  readonly findPlace?: FindPlace | undefined;
  /** Whose users they are, where they are not in the room: nobody else is written to. */
  readonly tenants?: { readonly teams?: readonly string[]; readonly slack?: readonly string[] } | undefined;
}

export async function settleCrowd(
  { db }: Database,
  people: readonly PersonId[],
  { findPlace = inRoom, tenants = {} }: Places = {},
): Promise<void> {
  await db.county.create({
    data: {
      id: CROWD,
      code: '99',
      name: 'Folklän',
      boardId: `${CROWD}/lansstyrelsen`,
      timeZone: ZONE,
      languages: ['sv'],
      words: { area: 'fokusområde', goal: 'delmål', activity: 'insats' },
      ladders: {
        call: { steps: [] },
        meeting: { answerDaysBefore: 2, steps: [], nudges: [], escalate: [] },
        plan: { steps: [], nudges: [], escalate: [] },
      },
      definitions: [],
      sources: [],
      followUp: { questions: [] },
      tenants: { teams: [...(tenants.teams ?? [])], slack: [...(tenants.slack ?? [])] },
    },
  });
  await db.organisation.createMany({
    data: people.map((id) => ({
      id: organisationOf(id),
      countyId: CROWD,
      name: `${id} kommun`,
      kind: 'municipality',
      offers: [],
      responsibilities: [],
    })),
  });
  await db.person.createMany({
    data: people.map((id) => ({
      id,
      countyId: CROWD,
      name: `Samordnare ${id}`,
      title: 'Samordnare',
      email: `${id.slice(CROWD.length + 1)}@example.org`,
      organisationId: organisationOf(id),
      roles: [],
    })),
  });
  await db.conversation.createMany({
    data: people.map((personId) => {
      const { address, ...place } = findPlace(personId);
      const known = { ...place, address: address ?? {}, name: `Samordnare ${personId}` };
      return { ...known, countyId: CROWD, personId, changedAt: LONG_AGO };
    }),
  });
}
