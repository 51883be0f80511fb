// "utlysningar": the calls that are open or will be, by their last day.
import type { LocalDate } from '../calendar/local-date.ts';
import { toLocal } from '../calendar/zone.ts';
import type { County } from '../directory/county.ts';
import { readCounty } from '../directory/county-store.ts';
import { findMunicipality } from '../directory/find-municipality.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { Person } from '../directory/person.ts';
import type { Message } from '../message/message.ts';
import type { Road } from '../reminders/road.ts';
import { formatDate } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { concerns } from '../topics/calls/call.ts';
import { formatClose } from '../topics/calls/call-message.ts';
import { type CallNow, listCalls } from '../topics/calls/call-store.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { composeChoice, findCountyOf, sayNoMunicipality } from './choice-message.ts';

const states = ['planned', 'open', 'closing-soon'] as const;

/** With the name of a municipality after it, those that are not closed to it; else those for one's own organisation. */
export async function showCalls(asking: Asking): Promise<Doing> {
  const { road, person, rest } = asking;
  const county = await readCounty(road.database.db, person.countyId);
  return rest === '' ? showOwn(asking, county) : showOf(asking, county);
}

async function showOwn({ road, person }: Asking, county: County): Promise<Doing> {
  const { calls } = textsIn(person.language).chat;
  const own = await listOwnCalls(road, person, county);
  const today = toLocal(road.clock.now(), county.timeZone).date;
  const message = composeCalls(own, { title: calls.title, none: calls.none, language: person.language, today });
  return { answer: { kind: 'card', message } };
}

/** Those that somebody's organisation may apply for, by their last day. */
export async function listOwnCalls(road: Road, person: Person, county: County): Promise<readonly CallNow[]> {
  const { db } = road.database;
  const listed = await listCalls(db, { countyId: county.id, now: road.clock.now(), states });
  const [organisation] = await findOrganisations(db, county.id, [person.organisationId]);
  return listed.filter(({ call }) => organisation && concerns(call, organisation, county.boardId));
}

async function showOf({ road, person, rest }: Asking, county: County): Promise<Doing> {
  const { calls } = textsIn(person.language).chat;
  const found = findMunicipality(rest);
  if (found.kind === 'none') return say(sayNoMunicipality(rest, county, person.language));
  if (found.kind === 'choice') {
    const [command = ''] = textsIn(person.language).chat.commands.calls.words;
    const message = composeChoice({ text: rest, among: found.among, command }, person.language);
    return { answer: { kind: 'card', message } };
  }
  const { name, code: municipalityCode } = found.value;
  const home = findCountyOf(found.value)?.name ?? '';
  if (found.value.county !== county.code) return say(calls.elsewhere(name, home, county.name));
  const now = road.clock.now();
  const listed = await listCalls(road.database.db, { countyId: county.id, now, states, municipalityCode });
  const today = toLocal(now, county.timeZone).date;
  const words = { title: calls.titleOf(name), none: calls.noneOf(name) };
  return { answer: { kind: 'card', message: composeCalls(listed, { ...words, language: person.language, today }) } };
}

interface Wording {
  readonly title: string;
  readonly none: string;
  readonly language: Language;
  readonly today: LocalDate;
}

function composeCalls(listed: readonly CallNow[], { title, none, language, today }: Wording): Message {
  if (listed.length === 0) return { language, title, parts: [{ kind: 'text', text: none }], buttons: [] };
  return {
    language,
    title,
    parts: [{ kind: 'list', items: listed.map((one) => describe(one, language, today)) }],
    buttons: listed.flatMap(({ call: { link: url, title: label } }) => (url ? [{ kind: 'link', label, url }] : [])),
  };
}

function describe({ call, state }: CallNow, language: Language, today: LocalDate): string {
  const { chat, calls } = textsIn(language);
  const closes = formatClose(call, language, today);
  const word = calls.states[state].toLowerCase();
  return state === 'planned' && call.opensOn
    ? chat.calls.itemPlanned(call.title, word, formatDate(call.opensOn, language, today), closes)
    : chat.calls.item(call.title, word, closes);
}
