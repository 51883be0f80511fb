// Every command in the web room, in Teams and in Slack, asked by five: each sees what is theirs, and nothing else.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listCommands } from '../../src/chat/commands.ts';
import type { Database } from '../../src/database/open.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { type Everywhere, openEverywhere, PLACES, type PlaceName, type Visitor } from './open-everywhere.ts';

const WHO = {
  coordinator: { id: 'vasterbotten/samordnare', email: 'samordnare.vasterbotten@example.org' },
  member: { id: 'vasterbotten/umea-kontakt', email: 'umea.kontakt@example.org' },
  /** Known to the county, and in none of its groups. */
  partner: { id: 'vasterbotten/partner', email: 'partner@example.org' },
  neighbour: { id: 'blekinge/ronneby-kontakt', email: 'ronneby.kontakt@example.org' },
  stranger: { email: 'okand@example.org' },
} as const satisfies Readonly<Record<string, Visitor>>;
type Who = keyof typeof WHO;
/** All but the stranger, who is greeted whatever they write. */
type Known = Exclude<Who, 'stranger'>;
const KNOWN = ['coordinator', 'member', 'partner', 'neighbour'] as const satisfies readonly Known[];

interface Row {
  readonly command: ReturnType<typeof listCommands>[number]['name'];
  readonly text: string;
  readonly sees: Readonly<Record<Known, string | RegExp>>;
}

const mayNot = /^(?!.*Kommunnätverket).*Bara länets samordnare/s;
const notPlanning = /^(?!.*(Kommunnätverket|Tidiga insatser)).*Bara länets samordnare och gruppernas sammankallande/s;
const mayNotPlan = { member: notPlanning, partner: notPlanning, neighbour: notPlanning };
const rows: readonly Row[] = [
  {
    command: 'mine',
    text: 'mina',
    sees: {
      coordinator: /Mina frågor.*Tidiga insatser/s,
      member: /Beredningsgruppen möts onsdag 20 februari/,
      partner: /^(?!.*möts).*Tidiga insatser för asylsökande: sista ansökningsdag/s,
      neighbour: /Du har inga öppna frågor/,
    },
  },
  {
    command: 'calls',
    text: 'utlysningar',
    sees: {
      coordinator: 'Tidiga insatser för asylsökande',
      member: 'Tidiga insatser för asylsökande',
      partner: 'Tidiga insatser för asylsökande',
      neighbour: /sista ansökningsdag fredag 15 mars 2024/,
    },
  },
  {
    command: 'calls',
    text: 'utlysningar Umeå',
    sees: {
      coordinator: 'Utlysningar: Umeå',
      member: 'Utlysningar: Umeå',
      partner: 'Utlysningar: Umeå',
      neighbour: 'Umeå ligger i Västerbottens län',
    },
  },
  {
    command: 'meetings',
    text: 'möten',
    sees: {
      coordinator: 'Beredningsgruppen möts onsdag 20 februari',
      member: /Beredningsgruppen möts onsdag 20 februari.*Migrationsrådet möts/s,
      partner: 'inga möten inplanerade',
      neighbour: 'Beredningsgruppen möts torsdag 25 januari 2024',
    },
  },
  {
    command: 'contact',
    text: 'kontakt Umeå',
    sees: {
      coordinator: '010-000 00 03',
      member: '010-000 00 03',
      partner: '010-000 00 03',
      neighbour: /Umeå.*Länsstyrelsen i Västerbottens län/s,
    },
  },
  {
    command: 'who',
    text: 'vem svenska',
    sees: { coordinator: 'Språkvännerna', member: 'Språkvännerna', partner: 'Språkvännerna', neighbour: 'Växtplatsen' },
  },
  {
    command: 'duty',
    text: 'ansvar bosättning',
    sees: { coordinator: 'Bosättning', member: 'Bosättning', partner: 'Bosättning', neighbour: '5 kommuner' },
  },
  {
    command: 'party',
    text: 'part Exempelföreningen Språkvännerna',
    sees: {
      coordinator: 'Språkcaféer och samhällsinformation',
      member: 'Språkcaféer och samhällsinformation',
      partner: 'Språkcaféer och samhällsinformation',
      neighbour: 'Det finns ingen',
    },
  },
  {
    command: 'gaps',
    text: 'kontaktlista',
    sees: {
      coordinator: /inte.*bekräftad|kontakt/s,
      member: /Bara.*samordnare/s,
      partner: /Bara.*samordnare/s,
      neighbour: /Bara.*samordnare/s,
    },
  },
  {
    command: 'substitute',
    text: 'ersättare vannas.kontakt@example.org 1–2 juli',
    sees: {
      coordinator: 'arbetar inte för',
      member: 'arbetar inte för Umeå kommun',
      partner: 'arbetar inte för Exempelföreningen Språkvännerna',
      neighbour: 'Det finns ingen i länet som heter',
    },
  },
  {
    command: 'successor',
    text: 'efterträdare vannas.kontakt@example.org för skelleftea.kontakt@example.org 30 juni',
    sees: {
      coordinator: 'arbetar inte för Skellefteå kommun',
      member: 'Bara personen själv, sammankallande',
      partner: 'Bara personen själv, sammankallande',
      neighbour: 'Det finns ingen i länet som heter',
    },
  },
  {
    command: 'members',
    text: 'medlemmar kommunnätverket integration',
    sees: {
      coordinator: /Medlemmar i Kommunnätverket integration.*Skellefteå kommun/s,
      member: mayNot,
      partner: mayNot,
      neighbour: mayNot,
    },
  },
  {
    command: 'plan',
    text: 'plan',
    sees: {
      coordinator: 'Flyktingguider i fler kommuner',
      member: 'Flyktingguider i fler kommuner',
      partner: /^(?!.*Flyktingguider).*plan/is,
      neighbour: 'Dina grupper följer inget i planen för 2024',
    },
  },
  {
    command: 'events',
    text: 'aktiviteter',
    sees: {
      coordinator: /^(?!.*Hemlig mässa).*Öppet hus i Lycksele/s,
      member: /Öppet hus i Lycksele.*Hemlig mässa.*väntar på att samordnaren godkänner/s,
      partner: /^(?!.*Hemlig mässa).*Öppet hus i Lycksele/s,
      neighbour: 'Inga aktiviteter är inplanerade',
    },
  },
  {
    command: 'calendar',
    text: 'kalender kommunnätverket integration',
    sees: {
      coordinator: /Kalendern för Kommunnätverket integration.*\/calendar\//s,
      member: /Kalendern för Kommunnätverket integration.*\/calendar\//s,
      partner: /^(?!.*\/calendar\/).*för dem som är med där/s,
      neighbour: 'Det finns ingen grupp som heter',
    },
  },
  {
    command: 'calendar',
    text: 'kalender länet',
    sees: {
      coordinator: /Kalendern för Västerbotten.*\/calendar\//s,
      member: /^(?!.*\/calendar\/).*Bara länets samordnare/s,
      partner: /^(?!.*\/calendar\/).*Bara länets samordnare/s,
      neighbour: /^(?!.*\/calendar\/).*Bara länets samordnare/s,
    },
  },
  {
    command: 'needs',
    text: 'behov',
    sees: {
      coordinator: 'Fler tolkar i inlandet',
      member: 'Fler tolkar i inlandet',
      partner: /^(?!.*Fler tolkar).*inte lyft något behov/s,
      neighbour: /^(?!.*Fler tolkar).*inte lyft något behov/s,
    },
  },
  {
    command: 'minutes',
    text: 'protokoll',
    sees: {
      coordinator: 'Beredningsgruppen 6 februari',
      member: /Bara länets samordnare/,
      partner: /Bara länets samordnare/,
      neighbour: /Bara länets samordnare/,
    },
  },
  {
    command: 'bind',
    text: 'koppla',
    sees: {
      coordinator: 'i den kanal eller gruppchatt',
      member: 'i den kanal eller gruppchatt',
      partner: 'i den kanal eller gruppchatt',
      neighbour: 'i den kanal eller gruppchatt',
    },
  },
  { command: 'create', text: 'ny', sees: { ...mayNotPlan, coordinator: 'Vad vill du lägga till?' } },
  { command: 'change', text: 'ändra hallet', sees: { ...mayNotPlan, coordinator: 'Det här kan du välja' } },
  { command: 'move', text: 'flytta', sees: { ...mayNotPlan, coordinator: 'Det här kan du välja' } },
  { command: 'pause', text: 'pausa', sees: { ...mayNotPlan, coordinator: 'Det här kan du välja' } },
  {
    command: 'resume',
    text: 'återuppta',
    sees: { ...mayNotPlan, coordinator: 'Det finns inget att återuppta just nu.' },
  },
  { command: 'cancel', text: 'ställ in', sees: { ...mayNotPlan, coordinator: 'Det här kan du välja' } },
  { command: 'answers', text: 'svar', sees: { ...mayNotPlan, coordinator: 'Vilket menar du' } },
  {
    command: 'signIn',
    text: 'skrivbordet',
    sees: {
      coordinator: 'Din länk till skrivbordet',
      member: 'Din länk till skrivbordet',
      partner: 'Din länk till skrivbordet',
      neighbour: 'Din länk till skrivbordet',
    },
  },
  {
    command: 'help',
    text: 'hjälp',
    sees: {
      coordinator: /kontaktlista —.*koppla —/s,
      member: /^(?!.*(kontaktlista|koppla) —).*mina —/s,
      partner: /^(?!.*(kontaktlista|koppla) —).*mina —/s,
      neighbour: /^(?!.*(kontaktlista|koppla) —).*mina —/s,
    },
  },
];

let database: Database;
let everywhere: Everywhere;
let secrets: Readonly<Record<'vasterbotten' | 'blekinge', readonly string[]>>;

beforeAll(async () => {
  database = await openTestDatabase();
  everywhere = await openEverywhere(database, '2019-02-12T09:00:00Z', ['vasterbotten', 'blekinge']);
  const { id, email } = WHO.partner;
  await database.db.person.create({
    data: {
      ...{ id, email, countyId: 'vasterbotten', name: 'Volontär, Språkvännerna', title: 'Volontär' },
      organisationId: 'vasterbotten/sprakvannerna',
    },
  });
  const held = { countyId: 'vasterbotten', groupId: 'vasterbotten/beredningsgruppen', agenda: ['Inledning'] };
  await database.db.meeting.create({
    data: { ...held, id: 'vasterbotten/hallet', heldOn: '2019-02-06', startsAt: '13:00', endsAt: '15:00' },
  });
  await everywhere.ask('room', WHO.coordinator, 'aktivitet 10 april Öppet hus i Lycksele');
  await everywhere.ask('room', WHO.member, 'aktivitet 11 april Hemlig mässa');
  await everywhere.ask('room', WHO.member, 'behov Fler tolkar i inlandet');
  secrets = await listSecrets(database);
}, 60_000);
afterAll(() => everywhere.close());

test('every command has its row', () => {
  const asked = new Set(rows.map(({ command }) => command));

  expect(listCommands().filter(({ name }) => !asked.has(name))).toEqual([]);
});

test('there is something to be kept from others in each county', () => {
  expect(secrets.vasterbotten.length).toBeGreaterThan(50);
  expect(secrets.blekinge.length).toBeGreaterThan(50);
});

describe.each(PLACES)('in %s', (place) => {
  test.each(rows)('"$text" shows each what is theirs', async ({ text, sees }) => {
    const shown = await askAll(place, text);

    for (const who of KNOWN) expect(`${who}: ${shown[who]}`).toMatch(asPattern(who, sees[who]));
    for (const who of ['coordinator', 'member', 'partner'] as const)
      expect(findSecrets(shown[who], { of: secrets.blekinge, text })).toEqual([]);
    expect(findSecrets(shown.neighbour, { of: secrets.vasterbotten, text })).toEqual([]);
    expect(findSecrets(shown.stranger, { of: [...secrets.vasterbotten, ...secrets.blekinge], text })).toEqual([]);
    if (place !== 'room') expect(shown.stranger).toContain('Jag känner inte igen dig än');
  });
});

async function askAll(place: PlaceName, text: string): Promise<Readonly<Record<Who, string>>> {
  const ask = (who: Who) => everywhere.ask(place, WHO[who], text);
  return {
    coordinator: await ask('coordinator'),
    member: await ask('member'),
    partner: await ask('partner'),
    neighbour: await ask('neighbour'),
    stranger: await ask('stranger'),
  };
}

/** Told together with who it was, so that a failure says it. */
function asPattern(who: string, words: string | RegExp): string | RegExp {
  if (typeof words === 'string') return words;
  return new RegExp(words.source.replace(/^\^/, `^${who}: `), words.flags);
}

/** What somebody has written themselves may be said back to them. */
function findSecrets(shown: string, { of, text }: { readonly of: readonly string[]; readonly text: string }) {
  return of.filter((secret) => shown.includes(secret) && !text.includes(secret));
}

/** What is said of one county alone: names, addresses, telephones, titles, and what people have written. */
async function listSecrets({ db }: Database) {
  const listOf = async (countyId: string) => {
    const where = { countyId };
    const told = await Promise.all([
      db.person.findMany({ where, select: { name: true, email: true } }),
      db.group.findMany({ where, select: { name: true } }),
      db.organisation.findMany({ where: { ...where, kind: { not: 'county-board' } }, select: { name: true } }),
      db.contact.findMany({ where, select: { phone: true, email: true } }),
      db.call.findMany({ where, select: { title: true } }),
      db.meeting.findMany({ where, select: { title: true, place: true } }),
      db.activity.findMany({ where, select: { title: true } }),
      db.event.findMany({ where, select: { title: true } }),
      db.need.findMany({ where, select: { text: true } }),
    ]);
    return told
      .flat()
      .flatMap((row) => Object.values(row).filter((value): value is string => (value ?? '').length > 5));
  };
  const [vasterbotten, blekinge] = [await listOf('vasterbotten'), await listOf('blekinge')];
  const only = (own: readonly string[], others: readonly string[]) =>
    own.filter((one) => !others.some((other) => other.includes(one)));
  return { vasterbotten: only(vasterbotten, blekinge), blekinge: only(blekinge, vasterbotten) };
}
