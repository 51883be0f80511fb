// A small county to test with: a board, three municipalities, an association, an agency, and three groups.
import type { Db } from '../../src/database/open.ts';
import { Contact } from '../../src/directory/contact.ts';
import { saveContacts } from '../../src/directory/contact-store.ts';
import { County } from '../../src/directory/county.ts';
import { saveCounty } from '../../src/directory/county-store.ts';
import { Group } from '../../src/directory/group.ts';
import { saveGroups } from '../../src/directory/group-store.ts';
import { Membership } from '../../src/directory/membership.ts';
import { saveMemberships } from '../../src/directory/membership-store.ts';
import { Organisation } from '../../src/directory/organisation.ts';
import { saveOrganisations } from '../../src/directory/organisation-store.ts';
import { Person } from '../../src/directory/person.ts';
import { savePeople } from '../../src/directory/person-store.ts';

const at = '09:00';

const ladders = {
  call: {
    steps: [
      { step: '30-days', days: -30, at },
      { step: '14-days', days: -14, at },
      { step: '7-days', days: -7, at },
      { step: '2-days', days: -2, at },
      { step: 'last-day', days: 0, at },
    ],
  },
  meeting: {
    answerDaysBefore: 2,
    steps: [
      { step: '7-days', days: -7, at },
      { step: '1-day', days: -1, at },
    ],
    nudges: [{ step: 'nudge', days: -1, at }],
    escalate: [{ step: 'escalate', days: 1, at }],
  },
  plan: {
    steps: [{ step: 'opening', days: 0, at }],
    nudges: [
      { step: 'nudge-1', days: -3, at },
      { step: 'nudge-2', days: -1, at },
    ],
    escalate: [{ step: 'escalate', days: 1, at }],
  },
};

export interface BuiltCounty {
  readonly county: County;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly groups: readonly Group[];
  readonly memberships: readonly Membership[];
  readonly contacts: readonly Contact[];
}

/** @param slug the county's id; everything in it is called `<slug>/…` */
export function buildCounty(slug = 'testlan'): BuiltCounty {
  const id = (name: string) => `${slug}/${name}`;
  const own = { countyId: slug };
  return {
    county: County.parse({
      id: slug,
      code: '24',
      name: 'Testlän',
      boardId: id('lansstyrelsen'),
      timeZone: 'Europe/Stockholm',
      languages: ['sv', 'en'],
      yearsMoved: 0,
      isExample: false,
      words: { area: 'fokusområde', goal: 'delmål', activity: 'insats' },
      ladders,
      definitions: [],
      sources: [],
      followUp: {},
    }),
    organisations: [
      { id: id('lansstyrelsen'), name: 'Länsstyrelsen i Testlän', kind: 'county-board' },
      { id: id('umea'), name: 'Umeå kommun', kind: 'municipality', municipalityCode: '2480' },
      { id: id('vannas'), name: 'Vännäs kommun', kind: 'municipality', municipalityCode: '2460' },
      { id: id('bjurholm'), name: 'Bjurholms kommun', kind: 'municipality', municipalityCode: '2403' },
      { id: id('sprak'), name: 'Föreningen Språkvännerna', kind: 'civil-society', municipalityCode: '2480' },
      { id: id('migrationsverket'), name: 'Migrationsverket', kind: 'agency' },
    ].map((one) => Organisation.parse({ ...own, offers: [], responsibilities: [], ...one })),
    people: [
      { id: id('samordnare'), organisationId: id('lansstyrelsen'), roles: ['coordinator'] },
      { id: id('umea-1'), organisationId: id('umea') },
      { id: id('umea-2'), organisationId: id('umea') },
      { id: id('vannas-1'), organisationId: id('vannas') },
      { id: id('bjurholm-1'), organisationId: id('bjurholm'), language: 'en' },
      { id: id('sprak-1'), organisationId: id('sprak') },
      { id: id('mig-1'), organisationId: id('migrationsverket') },
      { id: id('mig-2'), organisationId: id('migrationsverket') },
    ].map((one) =>
      Person.parse({
        ...own,
        name: one.id,
        title: 'Handläggare',
        email: `${one.id.replace('/', '.')}@example.org`,
        language: 'sv',
        roles: [],
        ...one,
      }),
    ),
    groups: [
      {
        id: id('natverket'),
        name: 'Kommunnätverket',
        kind: 'network',
        organisationIds: ['lansstyrelsen', 'umea', 'vannas', 'bjurholm'].map(id),
      },
      {
        id: id('beredningsgruppen'),
        name: 'Beredningsgruppen',
        kind: 'preparatory',
        quota: { atLeast: 2, per: 'year' },
        organisationIds: ['lansstyrelsen', 'umea', 'vannas', 'migrationsverket'].map(id),
      },
      {
        id: id('arbetsgruppen'),
        name: 'Arbetsgruppen för språk',
        kind: 'working',
        formedById: id('beredningsgruppen'),
        reportsToId: id('beredningsgruppen'),
        organisationIds: ['sprak', 'umea'].map(id),
      },
    ].map((one) =>
      Group.parse({
        ...own,
        convenerId: id('lansstyrelsen'),
        isPermanent: true,
        tasks: [],
        isExample: false,
        ...one,
      }),
    ),
    memberships: [
      ['natverket', 'samordnare', 'convener'],
      ['natverket', 'umea-1', 'member'],
      ['natverket', 'umea-2', 'substitute', 'umea-1'],
      ['natverket', 'vannas-1', 'member'],
      ['natverket', 'bjurholm-1', 'member'],
      ['beredningsgruppen', 'samordnare', 'convener'],
      ['beredningsgruppen', 'umea-1', 'member'],
      ['beredningsgruppen', 'vannas-1', 'member'],
      ['beredningsgruppen', 'mig-1', 'member'],
      ['beredningsgruppen', 'mig-2', 'substitute', 'mig-1'],
      ['arbetsgruppen', 'sprak-1', 'member'],
      ['arbetsgruppen', 'umea-1', 'member'],
    ].map(([group = '', person = '', role, substituteFor]) =>
      Membership.parse({
        ...own,
        id: id(`${group}/${person}`),
        groupId: id(group),
        personId: id(person),
        role,
        ...(substituteFor && { substituteForId: id(substituteFor) }),
        fromOn: '2026-01-01',
      }),
    ),
    contacts: [
      { id: id('strateg'), title: 'Integrationsstrateg', municipalityCodes: ['2480', '2460'] },
      { id: id('medel'), title: 'Handläggare statsbidrag', municipalityCodes: [] },
    ].map((one) =>
      Contact.parse({
        ...own,
        organisationId: id('lansstyrelsen'),
        phone: '010-000 00 00',
        email: `kontakt.${slug}@example.org`,
        matters: [],
        ...one,
      }),
    ),
  };
}

/** Writes it, and returns the ids that were new or changed. */
export async function settle(db: Db, built: BuiltCounty): Promise<readonly string[]> {
  const { id } = built.county;
  return [
    ...((await saveCounty(db, built.county)) ? [id] : []),
    ...(await saveOrganisations(db, id, built.organisations)),
    ...(await savePeople(db, id, built.people)),
    ...(await saveGroups(db, id, built.groups)),
    ...(await saveMemberships(db, id, built.memberships)),
    ...(await saveContacts(db, id, built.contacts)),
  ];
}
