// "kontakt": whom to ask about a municipality, a matter, or by title.
import type { County } from '../directory/county.ts';
import { findContacts, type Hit } from '../directory/find-contact.ts';
import { suggestMunicipalities } from '../directory/find-municipality.ts';
import { loadMunicipalities, type Municipality } from '../directory/municipality.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import { type Question, readQuestion } from '../directory/read-question.ts';
import type { Message, Part } from '../message/message.ts';
import { formatList } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { type Doing, say } from './asking.ts';
import { composeUnclear, findCountyOf, sayNoMunicipality } from './choice-message.ts';
import { prepareLines, type WriteLine } from './contact-line.ts';
import { type Inquiry, showWord } from './inquiry.ts';
import { readMatters, readVocabulary } from './vocabulary.ts';

/** With nothing after it, the contact of one's own municipality. */
export async function showContacts(inquiry: Inquiry): Promise<Doing> {
  const { rest, language, command } = inquiry;
  const own = rest === '' ? await findOwn(inquiry) : undefined;
  const question = own
    ? { municipalities: [own], matters: [], titles: [], unclear: [], unknown: [] }
    : await readAsked(inquiry);
  if (isEmpty(question)) return say(textsIn(language).contacts.what(command));
  return answerContacts(inquiry, question);
}

/** Titles are looked up only where a word is nothing else: a county may have many contacts, and most ask for a municipality. */
async function readAsked(inquiry: Inquiry): Promise<Question> {
  const question = readQuestion(inquiry.rest, readMatters(inquiry));
  const isClear = question.unknown.length === 0 && question.unclear.length === 0;
  return isClear ? question : readQuestion(inquiry.rest, await readVocabulary(inquiry));
}

export async function answerContacts(inquiry: Inquiry, question: Question): Promise<Doing> {
  const { db, county, language, command } = inquiry;
  const hits = await findContacts(db, county, question);
  const [unclear] = question.unclear;
  if (unclear && hits.length === 0) {
    return { answer: { kind: 'card', message: composeUnclear(unclear, command, language) } };
  }
  if (hits.length === 0) return say(sayUnknown(inquiry, question.unknown.join(' ')));
  const contacts = hits.flatMap((hit) => (hit.kind === 'elsewhere' ? [] : hit.contacts));
  const lines = hits.flatMap((hit) => listLines(hit, inquiry));
  const left = [...listMore(lines, inquiry), ...listLeft(inquiry, question)];
  const message = composeContacts(lines.slice(0, MOST), inquiry, await prepareLines(inquiry, contacts));
  return {
    answer: { kind: 'card', message: { ...message, parts: [...message.parts, ...left] } },
  };
}

async function findOwn({ db, county, asker }: Inquiry): Promise<Municipality | undefined> {
  if (asker.kind !== 'person') return undefined;
  const [organisation] = await findOrganisations(db, county.id, [asker.person.organisationId]);
  return loadMunicipalities().find(({ code }) => code === organisation?.municipalityCode);
}

function isEmpty({ municipalities, matters, titles, unclear, unknown }: Question): boolean {
  return [municipalities, matters, titles, unclear, unknown].every(({ length }) => length === 0);
}

interface Line {
  readonly label: string;
  readonly write: (line: WriteLine) => string;
}

function listLines(hit: Hit, { county, language }: Inquiry): readonly Line[] {
  const { contacts: texts } = textsIn(language);
  switch (hit.kind) {
    case 'elsewhere': {
      const { municipality } = hit;
      const home = findCountyOf(municipality);
      const text = texts.elsewhere(home?.name ?? '', home?.board ?? '');
      return [{ label: texts.label(municipality.name, municipality.code), write: () => text }];
    }
    case 'municipality': {
      const label = texts.label(hit.municipality.name, hit.municipality.code);
      if (hit.contacts.length === 0) return [{ label, write: () => texts.noOfficer }];
      return hit.contacts.map((contact) => ({ label, write: (line) => line(contact) }));
    }
    case 'matter': {
      const { name: label } = hit.matter;
      const none = texts.noContact(label, showWord('duty', language));
      if (hit.contacts.length === 0) return [{ label, write: () => none }];
      return hit.contacts.map((contact) => ({ label, write: (line) => line(contact) }));
    }
    case 'title':
      return hit.contacts.map((contact) => {
        const names = nameMunicipalities(contact.municipalityCodes, county);
        const label = names.length === 0 ? texts.whole : formatList(names, language);
        return { label, write: (line) => line(contact) };
      });
  }
}

function nameMunicipalities(codes: readonly string[], county: County): readonly string[] {
  const own = loadMunicipalities().filter((one) => one.county === county.code && codes.includes(one.code));
  return own.map(({ name }) => name);
}

/** One stands alone under its name. */
function composeContacts(lines: readonly Line[], { language }: Inquiry, line: WriteLine): Message {
  const [first, ...more] = lines;
  const { title } = textsIn(language).contacts;
  if (!first || more.length > 0) {
    const facts = lines.map(({ label, write }) => ({ label, value: write(line) }));
    return { language, title, parts: [{ kind: 'facts', facts }], buttons: [] };
  }
  return { language, title: first.label, parts: [{ kind: 'text', text: first.write(line) }], buttons: [] };
}

/** A title that half a county has would fill more than one card. */
const MOST = 25;

function listMore(lines: readonly Line[], { language }: Inquiry): readonly Part[] {
  const text = textsIn(language).contacts.more(lines.length - MOST);
  return lines.length > MOST ? [{ kind: 'note', text }] : [];
}

/** What of the question was not understood, beside what was. */
function listLeft(inquiry: Inquiry, { unclear, unknown }: Question): readonly Part[] {
  return [
    ...unclear.flatMap((one) => {
      const { title, parts } = composeUnclear(one, inquiry.command, inquiry.language);
      return [{ kind: 'text', text: title } satisfies Part, ...parts];
    }),
    ...unknown.map((text): Part => ({ kind: 'notice', tone: 'warning', text: sayUnknown(inquiry, text) })),
  ];
}

function sayUnknown({ county, language, command }: Inquiry, text: string): string {
  if (suggestMunicipalities(text).length > 0) return sayNoMunicipality(text, county, language);
  return textsIn(language).contacts.notFound(text, command);
}
