// "vem" and "ansvar": who is responsible for a matter, and who offers something about it.

import { suggestName } from '../directory/find-by-name.ts';
import { findContacts } from '../directory/find-contact.ts';
import { type Duties, type Duty, findDuties } from '../directory/find-duties.ts';
import { listOrganisations } from '../directory/organisation-store.ts';
import { type Question, readQuestion } from '../directory/read-question.ts';
import type { Message, Part } from '../message/message.ts';
import { formatList } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { type Doing, say } from './asking.ts';
import { composeUnclear, findCountyOf, sayNoMunicipality } from './choice-message.ts';
import { prepareLines } from './contact-line.ts';
import { answerContacts } from './contacts.ts';
import type { Inquiry } from './inquiry.ts';
import { readMatters, readWanted, type Wanted } from './vocabulary.ts';

export function showWho(inquiry: Inquiry): Promise<Doing> {
  const { text, wanted } = readWanted(inquiry.rest);
  return answer({ ...inquiry, rest: text }, wanted);
}

export function showResponsible(inquiry: Inquiry): Promise<Doing> {
  return answer({ ...inquiry, rest: readWanted(inquiry.rest).text }, 'responsible');
}

async function answer(inquiry: Inquiry, wanted: Wanted | undefined): Promise<Doing> {
  const { rest, language, command } = inquiry;
  const vocabulary = readMatters(inquiry);
  const question = readQuestion(rest, vocabulary);
  const [unclear] = question.unclear;
  const { matters, municipalities, unknown } = question;
  if (unclear) {
    const kept = matters.map(({ id }) => id);
    return { answer: { kind: 'card', message: composeUnclear(unclear, [command, ...kept].join(' '), language) } };
  }
  // "vem svarar för Umeå": of a municipality alone, the contact is asked for.
  if (matters.length === 0 && unknown.length === 0 && municipalities.length > 0)
    return answerContacts(inquiry, question);
  if (matters.length === 0 && unknown.length === 0) return showMatters(inquiry);
  // What the matter is called there, nobody here knows.
  const isElsewhere = municipalities.length > 0 && !municipalities.some((one) => one.county === inquiry.county.code);
  if (isElsewhere) return answerContacts(inquiry, { ...question, matters: [], unknown: [] });
  if (matters.length === 0) {
    const text = unknown.join(' ');
    return say(textsIn(language).contacts.duties.unknown(text, suggestName(text, vocabulary.matters)));
  }
  return { answer: { kind: 'card', message: await composeDuties(inquiry, question, wanted) } };
}

async function showMatters({ county, language, command }: Inquiry): Promise<Doing> {
  const { duties } = textsIn(language).contacts;
  if (county.matters.length === 0) return say(duties.noMatters);
  const parts: readonly Part[] = [
    { kind: 'list', items: county.matters.map(({ name }) => name) },
    { kind: 'note', text: duties.how(command) },
  ];
  return { answer: { kind: 'card', message: { language, title: duties.what, parts, buttons: [] } } };
}

async function composeDuties(inquiry: Inquiry, question: Question, wanted: Wanted | undefined): Promise<Message> {
  const { db, county, language, command } = inquiry;
  const { duties: texts } = textsIn(language).contacts;
  const own = question.municipalities.filter((one) => one.county === county.code);
  const found = findDuties(await listOrganisations(db, county.id), {
    matterIds: question.matters.map(({ id }) => id),
    municipalityCodes: own.map(({ code }) => code),
  });
  const matter = formatList(
    question.matters.map(({ name }) => name),
    language,
  );
  const title =
    own.length === 0
      ? matter
      : texts.titleOf(
          matter,
          formatList(
            own.map(({ name }) => name),
            language,
          ),
        );
  const parts = [...listDuties(found, wanted, language), ...(await listAsk(inquiry, question))];
  const isCrowded = own.length === 0 && [...found.responsible, ...found.offers].some(isOfMany);
  return {
    language,
    title,
    parts: [
      ...(parts.length > 0 ? parts : [{ kind: 'text', text: texts.none(matter) } satisfies Part]),
      ...listLeft(inquiry, question),
      ...(isCrowded ? [{ kind: 'note', text: texts.narrow(command) } satisfies Part] : []),
    ],
    buttons: [],
  };
}

function listDuties({ responsible, offers }: Duties, wanted: Wanted | undefined, language: Language): readonly Part[] {
  const { duties: texts } = textsIn(language).contacts;
  const toList = (title: string, duties: readonly Duty[]): readonly Part[] =>
    duties.length === 0 ? [] : [{ kind: 'list', title, items: duties.map((one) => describe(one, language)) }];
  return [
    ...(wanted === 'offers' ? [] : toList(texts.responsible, responsible)),
    ...(wanted === 'responsible' ? [] : toList(texts.offers, offers)),
  ];
}

/** Those who answer for the matter itself; who is asked about a municipality is another question. */
async function listAsk(inquiry: Inquiry, { matters, municipalities }: Question): Promise<readonly Part[]> {
  const hits = await findContacts(inquiry.db, inquiry.county, { municipalities: [], matters, titles: [] });
  const codes: readonly string[] = municipalities.map(({ code }) => code);
  const contacts = [...new Set(hits.flatMap((hit) => (hit.kind === 'matter' ? hit.contacts : [])))].filter(
    ({ municipalityCodes: theirs }) =>
      codes.length === 0 || theirs.length === 0 || theirs.some((code) => codes.includes(code)),
  );
  if (contacts.length === 0) return [];
  const line = await prepareLines(inquiry, contacts);
  return [{ kind: 'list', title: textsIn(inquiry.language).contacts.duties.ask, items: contacts.map(line) }];
}

/** Beside a matter, what nobody is called was likely to be a municipality. */
function listLeft({ county, language }: Inquiry, { municipalities, unknown }: Question): readonly Part[] {
  const { elsewhere, label } = textsIn(language).contacts;
  const others = municipalities.filter((one) => one.county !== county.code);
  const texts = [
    ...others.map((one) => {
      const home = findCountyOf(one);
      return `${label(one.name, one.code)}: ${elsewhere(home?.name ?? '', home?.board ?? '')}`;
    }),
    ...unknown.map((text) => sayNoMunicipality(text, county, language)),
  ];
  return texts.map((text) => ({ kind: 'notice', tone: 'warning', text }));
}

/** From here on, municipalities with the same duty are counted and no longer named. */
const MANY = 4;

function isOfMany({ organisations }: Duty): boolean {
  return organisations.length >= MANY && organisations.every(({ kind }) => kind === 'municipality');
}

function describe(duty: Duty, language: Language): string {
  const { duties } = textsIn(language).contacts;
  const names = duty.organisations.map(({ name }) => name);
  return duties.item(isOfMany(duty) ? duties.municipalities(names.length) : formatList(names, language), duty.text);
}
