// Do the four example counties say what their documents say?

import { describe, expect, test } from '@jest/globals';
import { findMunicipalityByNameOrCode, loadMunicipalities } from '../../src/directory/municipality.ts';
import type { CountyFile } from '../../src/import/county-file.ts';
import { readCounty } from './read-county.ts';

const COUNTIES = ['blekinge', 'kalmar', 'kronoberg', 'vasterbotten'] as const;

function group(file: CountyFile, id: string) {
  return file.groups.find((one) => one.id === id);
}

function names(codes: readonly string[]): readonly (string | undefined)[] {
  return codes.map((code) => findMunicipalityByNameOrCode(code)?.name);
}

describe.each(COUNTIES)('%s', (id) => {
  const file = readCounty(id);

  test('is an example county with a county board of its own', () => {
    const board = file.organisations.find((one) => one.id === file.county.board);

    expect(file.county).toMatchObject({ id, example: true, timeZone: 'Europe/Stockholm' });
    expect(board?.kind).toBe('county-board');
  });

  test('has each of its municipalities as one organisation, with somebody to speak to and one officer to ask', () => {
    const own = loadMunicipalities()
      .filter(({ county }) => county === file.county.code)
      .map(({ code }) => code);
    const organisations = file.organisations.filter(({ kind }) => kind === 'municipality');
    const officers = file.contacts.flatMap(({ municipalities }) => municipalities);

    expect(organisations.map(({ municipality }) => municipality).toSorted()).toEqual(own);
    expect(officers.toSorted()).toEqual(own);
    for (const { id: organisation } of organisations) {
      expect(file.people.filter((person) => person.organisation === organisation).length).toBeGreaterThan(0);
    }
  });

  test('has a council, a preparatory group, two working groups, two substitutes and one coordinator', () => {
    const count = (kind: string) => file.groups.filter((one) => one.kind === kind).length;
    const members = file.groups.flatMap((one) => one.members);
    const substitutes = new Set(members.filter(({ role }) => role === 'substitute').map(({ person }) => person));
    const coordinators = file.people.filter(({ roles }) => roles.includes('coordinator'));

    expect(count('council')).toBeGreaterThanOrEqual(1);
    expect(count('preparatory')).toBe(1);
    expect(count('working')).toBeGreaterThanOrEqual(2);
    expect(substitutes.size).toBeGreaterThanOrEqual(2);
    expect(coordinators.map(({ organisation }) => organisation)).toEqual([file.county.board]);
    expect(file.people.length).toBeLessThanOrEqual(40);
  });

  test('seats everybody for an organisation that sits in the group', () => {
    const organisationOf = new Map(file.people.map(({ id: person, organisation }) => [person, organisation]));
    const strangers = file.groups.flatMap(({ organisations, members }) =>
      members.filter(({ person }) => !organisations.some((one) => one === organisationOf.get(person))),
    );

    expect(strangers).toEqual([]);
  });

  test('has an example plan whose activities belong to those responsible, with four check-ins', () => {
    const [plan, ...others] = file.plans;
    const organisationOf = new Map(file.people.map(({ id: person, organisation }) => [person, organisation]));
    const goals = new Set(plan?.activities.map(({ goal }) => goal));

    expect(others).toEqual([]);
    expect(plan).toMatchObject({ example: true, state: 'approved' });
    expect(plan?.activities.length).toBeGreaterThanOrEqual(8);
    expect(plan?.activities.length).toBeLessThanOrEqual(12);
    expect(plan?.rounds.map(({ label }) => label)).toEqual(['mars', 'juni', 'september', 'december']);
    expect(goals.size).toBe(file.strategy.areas.flatMap((area) => area.goals).length);
    for (const { owner, responsible, group: groupId } of plan?.activities ?? []) {
      expect(responsible && organisationOf.get(responsible)).toBe(owner);
      expect(group(file, groupId)?.members.map(({ person }) => person)).toContain(responsible);
    }
  });

  test('marks everybody as made up, in whole or in part, and gives nobody a real address', () => {
    const addresses = [...file.people, ...file.contacts].map(({ email }) => email);

    expect(file.people.filter(({ example }) => example === undefined)).toEqual([]);
    expect(file.contacts.filter(({ example }) => example === undefined)).toEqual([]);
    expect(addresses.filter((address) => !address.endsWith('@example.org'))).toEqual([]);
    expect(file.contacts.filter(({ phone }) => !phone.startsWith('010-000 00'))).toEqual([]);
  });
});

describe('Kalmar', () => {
  const file = readCounty('kalmar');

  test('has five areas, and eight goals of Agenda 2030 for the strategy as a whole (Z1)', () => {
    expect(file.strategy.areas.map(({ name }) => name)).toEqual([
      'Arbete och kompetens',
      'Utbildning och språk',
      'Hälsa och välbefinnande',
      'Bostad och bosättning',
      'Social sammanhållning',
    ]);
    expect(file.strategy.agenda2030).toEqual([1, 3, 4, 5, 8, 10, 11, 16]);
    expect(file.strategy.areas.flatMap(({ agenda2030 }) => agenda2030)).toEqual([]);
  });

  test('has a council that meets once or twice a year and forms the working groups, which report to beredningsgruppen (Z2, Z6)', () => {
    const council = group(file, 'integrationsradet');
    const working = file.groups.filter(({ kind }) => kind === 'working');

    expect(council).toMatchObject({ meetings: { atLeast: 1, atMost: 2, per: 'year' }, convener: 'lansstyrelsen' });
    expect(council?.members.find(({ role }) => role === 'convener')?.person).toBe('landshovding');
    expect(working.map(({ formedBy, reportsTo }) => [formedBy, reportsTo])).toEqual(
      working.map(() => ['integrationsradet', 'beredningsgruppen']),
    );
    expect(new Set(file.groups.map(({ kind }) => kind)).size).toBe(5);
  });

  test('has a beredningsgrupp of five organisations', () => {
    expect(group(file, 'beredningsgruppen')?.organisations.toSorted()).toEqual([
      'arbetsformedlingen',
      'kommunforbundet',
      'lansstyrelsen',
      'linneuniversitetet',
      'region-kalmar',
    ]);
  });

  test('has the 32 partners, each with what it offers or answers for (Z3)', () => {
    const partners = file.organisations.filter(({ partner }) => partner);

    expect(partners).toHaveLength(32);
    expect(partners.filter(({ kind }) => kind === 'municipality')).toHaveLength(12);
    expect(partners.filter(({ offers, responsibleFor }) => offers.length + responsibleFor.length === 0)).toEqual([]);
    expect(group(file, 'integrationsradet')?.organisations).toHaveLength(32);
  });

  test('says that Vimmerby answers for SFI there', () => {
    const vimmerby = file.organisations.find(({ id }) => id === 'vimmerby');

    expect(vimmerby?.responsibleFor.filter(({ matters }) => matters.some((matter) => matter === 'sfi'))).toHaveLength(
      1,
    );
  });

  test('counts a person as newly arrived for 24 months', () => {
    expect(file.county.definitions.find(({ term }) => term === 'Nyanländ')?.text).toContain('24 månader');
  });

  test('asks its three questions for each focus area (Z9)', () => {
    expect(file.followUp.questions.map(({ text, per, example }) => [text, per, example])).toEqual([
      ['Vilken kunskap finns om målgruppens förutsättningar och behov?', 'area', undefined],
      ['Hur ser utvecklingen ut inom strategins fem fokusområden?', 'area', undefined],
      ['Vad behöver utvecklas?', 'area', undefined],
    ]);
  });

  test('has the meetings and the call of the minutes', () => {
    const [first, second, council] = file.meetings;

    expect(first).toMatchObject({ date: '2024-02-28', from: '13:00', to: '16:00', group: 'kalmar-kommuns-rad' });
    expect(first?.agenda).toHaveLength(9);
    expect(first?.example).toBeUndefined();
    expect(second).toMatchObject({ date: '2024-05-08', group: 'kalmar-kommuns-rad' });
    expect(council).toMatchObject({ date: '2024-10-24', group: 'integrationsradet' });
    expect(council?.title).toContain('Jämlik hälsa');
    expect(file.calls[0]).toMatchObject({
      title: 'Ett Kalmar för alla',
      closesOn: '2024-03-10',
      purpose: 'Sommarlovsaktiviteter',
    });
  });
});

describe('Blekinge', () => {
  const file = readCounty('blekinge');

  test('has five areas, each with its goal and its goal of Agenda 2030 (Z1)', () => {
    expect(file.strategy).toMatchObject({ dnr: '1539-2023-1', from: '2023-01-01', to: '2026-12-31' });
    expect(file.strategy.areas.map(({ name, agenda2030 }) => [name, agenda2030])).toEqual([
      ['Svenska språket', [4]],
      ['Hälsa', [3]],
      ['Arbete', [8]],
      ['Utbildning', [4]],
      ['Samarbete mellan offentliga aktörer', [17]],
    ]);
    expect(file.strategy.areas.map(({ goals }) => goals.map(({ text }) => text))).toEqual([
      ['Alla får rätt förutsättningar till språkutveckling för att klara av utbildning och nå egenförsörjning.'],
      ['Minska skillnader i hälsa mellan utrikes- och inrikes födda.'],
      ['Minska skillnaden i arbetslöshet bland utrikes- och inrikes födda.'],
      ['Måluppfyllelsen i förhållande till kunskapsmålen ska öka för barn och vuxna elever med utländsk bakgrund.'],
      ['Blekinge har ett hållbart, effektivt och skalbart system för integrationssamarbetet.'],
    ]);
  });

  test('has a council that meets at least twice under länsrådet, and a beredningsgrupp that meets at least four times (Z2, Z6)', () => {
    const council = group(file, 'integrationsradet');
    const preparatory = group(file, 'beredningsgruppen');

    expect(council?.meetings).toEqual({ atLeast: 2, per: 'year' });
    expect(council?.members.find(({ role }) => role === 'chair')?.person).toBe('lansrad');
    expect(council?.members.find(({ role }) => role === 'rapporteur')?.person).toBe('integrationssamordnare');
    expect(preparatory).toMatchObject({
      meetings: { atLeast: 4, per: 'year' },
      convener: 'lansstyrelsen',
      formedBy: 'integrationsradet',
    });
    expect(preparatory?.organisations).toHaveLength(11);
    expect(file.groups.filter(({ kind }) => kind === 'working').map(({ formedBy }) => formedBy)).toEqual(
      Array(3).fill('beredningsgruppen'),
    );
  });

  test('has its plan drafted by beredningsgruppen and approved by the council (Z8)', () => {
    expect(file.plans[0]).toMatchObject({ preparedBy: 'beredningsgruppen', approvedBy: 'integrationsradet' });
  });

  test.each([
    ['sfi', ['karlskrona', 'karlshamn', 'olofstrom', 'ronneby', 'solvesborg']],
    ['etableringsersattning', ['forsakringskassan']],
    ['lma-ersattning', ['migrationsverket']],
    ['halsoundersokning', ['region-blekinge']],
    ['utvecklingsmedel', ['lansstyrelsen']],
  ])('knows who is responsible for %s (Z3)', (matter, expected) => {
    const responsible = file.organisations.filter(({ responsibleFor }) =>
      responsibleFor.some(({ matters }) => matters.some((one) => one === matter)),
    );

    expect(responsible.map(({ id }) => id)).toEqual(expected);
  });

  test('counts a person as newly arrived for 36 months', () => {
    expect(file.county.definitions.find(({ term }) => term === 'Nyanländ')?.text).toContain('36 månaderna');
  });

  test('follows up each plan and its cooperation through three perspectives (Z9)', () => {
    const { questions } = file.followUp;

    expect(questions.filter(({ perspective }) => perspective === undefined).map(({ per }) => per)).toEqual([
      'plan',
      'county',
    ]);
    expect(questions.flatMap(({ perspective }) => perspective ?? [])).toEqual([
      'barnrätt',
      'jämlikhet',
      'jämställdhet',
    ]);
  });
});

describe('Kronoberg', () => {
  const file = readCounty('kronoberg');

  test('has four areas and nine delmål, all of them examples and said to be', () => {
    const goals = file.strategy.areas.flatMap((area) => area.goals);

    expect(file.strategy).toMatchObject({ from: '2019-01-01', to: '2025-12-31' });
    expect(file.strategy.areas.map(({ name }) => name)).toEqual([
      'Arbetsmarknad och kompetens',
      'Boende',
      'Hälsa',
      'Delaktighet',
    ]);
    expect(goals).toHaveLength(9);
    expect(goals.filter(({ example }) => example !== true)).toEqual([]);
    expect(file.strategy.note).toContain('15 samverkansområden');
  });

  test('asks for changes in granted projects to be reported and approved (Z5)', () => {
    expect(file.instruments).toHaveLength(3);
    for (const { changes } of file.instruments) expect(changes).toMatch(/meddelas .* och godkännas av Länsstyrelsen/);
  });
});

describe('Västerbotten', () => {
  const file = readCounty('vasterbotten');

  test('has a strategy that Migrationsrådet adopted on 29 March 2019', () => {
    expect(file.strategy).toMatchObject({
      adoptedOn: '2019-03-29',
      adoptedBy: 'migrationsradet',
      from: '2019-01-01',
      to: '2022-12-31',
    });
  });

  test('has three calls of its document, with their last days and who may apply (Z4)', () => {
    const real = file.calls.filter(({ example }) => example !== true);

    expect(real.map(({ instrument, closesOn, eligible }) => [instrument, closesOn, eligible.kinds])).toEqual([
      ['tia', '2019-03-20', ['municipality', 'civil-society']],
      ['flyktingguider', '2019-05-10', ['municipality']],
      ['beredskap', '2019-05-10', ['municipality']],
    ]);
    expect(real.filter(({ opensOn, closesAt }) => opensOn ?? closesAt)).toEqual([]);
  });

  test('has seven officers by title, five of them with three municipalities each (Z10)', () => {
    const officers = file.contacts.map(({ title, municipalities }) => [title, names(municipalities)]);

    expect(officers).toEqual([
      ['Bitr. enhetschef Social hållbarhet, särskild sakkunnig Integration', []],
      ['Integrationsstrateg', ['Bjurholm', 'Åsele', 'Vännäs']],
      ['Integrationsstrateg', ['Nordmaling', 'Robertsfors', 'Umeå']],
      ['Integrationsstrateg', ['Vilhelmina', 'Dorotea', 'Storuman']],
      ['Processledare Integration', ['Vindeln', 'Sorsele', 'Lycksele']],
      ['Integrationsstrateg', ['Malå', 'Norsjö', 'Skellefteå']],
      ['Integrationsstrateg', []],
    ]);
  });
});
