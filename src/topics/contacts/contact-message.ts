// What is said about a contact's details, to whoever answers for them and, where they are wrong, to the coordinator.
import { toLocal } from '../../calendar/zone.ts';
import type { Contact } from '../../directory/contact.ts';
import type { County } from '../../directory/county.ts';
import { loadMunicipalities } from '../../directory/municipality.ts';
import { carryPrompt, type Message, type Part } from '../../message/message.ts';
import { compareText, formatDay, formatDeadline } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due } from '../../topic.ts';
import { listDetailsButtons } from './contact-form.ts';

export interface ContactCard {
  /** One, or all that nobody answers for; none where they are gone from the county's file. */
  readonly contacts: readonly Contact[];
  readonly isUnmanned: boolean;
  readonly county: County;
  readonly due: Due;
  readonly language: Language;
}

export function composeDetails(card: ContactCard): Message {
  const { contacts, isUnmanned, county, due, language } = card;
  const texts = textsIn(language);
  const { prompt } = due;
  const isOpen = prompt?.isClosed === false && contacts.length > 0;
  const today = toLocal(due.now, county.timeZone).date;
  const until = prompt && formatDeadline(prompt.answerBy, county.timeZone, language, today);
  return {
    language,
    title: nameQuestion(card),
    parts: [
      ...listDetails(card),
      ...(isOpen && until ? [{ kind: 'text', text: texts.contactChecks.answerBy(until) } as const] : []),
      ...(isOpen && isUnmanned ? [{ kind: 'note', text: texts.contactChecks.unmannedWhy } as const] : []),
      ...(prompt && !isOpen ? [{ kind: 'notice', tone: 'info', text: texts.road.closed } as const] : []),
    ],
    buttons: prompt && isOpen ? listDetailsButtons(prompt, texts) : [],
    ...carryPrompt(prompt, isOpen),
  };
}

/** The name of the question, on its card and among somebody's open ones. */
export function nameQuestion({ contacts, isUnmanned, language }: Omit<ContactCard, 'county' | 'due'>): string {
  const { title, titleUnmanned } = textsIn(language).contactChecks;
  const [contact] = contacts;
  return isUnmanned || !contact ? titleUnmanned : title(contact.title);
}

export interface ObjectionCard extends ContactCard {
  readonly by: string;
  readonly comment: string;
}

export function composeObjection(card: ObjectionCard): Message {
  const { contacts, isUnmanned, language, by, comment } = card;
  const texts = textsIn(language).contactChecks;
  const [contact] = contacts;
  return {
    language,
    title: isUnmanned || !contact ? texts.wrongUnmanned : texts.wrong(contact.title),
    parts: [
      { kind: 'facts', facts: [{ label: texts.says(by), value: comment }] },
      ...listDetails(card),
      { kind: 'note', text: texts.mend },
    ],
    buttons: [],
  };
}

function listDetails(card: ContactCard): readonly Part[] {
  const { contacts, isUnmanned, language } = card;
  const { gone, list } = textsIn(language).contactChecks;
  const [contact] = contacts;
  if (!contact) return [{ kind: 'notice', tone: 'info', text: gone }];
  if (!isUnmanned) return [{ kind: 'facts', facts: listFacts(contact, card) }];
  const items = contacts.map((one) =>
    listFacts(one, card)
      .map(({ value }) => value)
      .join(' · '),
  );
  return [{ kind: 'list', title: list, items }];
}

function listFacts(contact: Contact, { county, due, language }: ContactCard) {
  const { facts } = textsIn(language).contactChecks;
  const { title, phone, email, municipalityCodes, confirmedOn } = contact;
  const today = toLocal(due.now, county.timeZone).date;
  const municipalities = loadMunicipalities()
    .filter(({ code }) => municipalityCodes.includes(code))
    .map(({ name }) => name)
    .toSorted((a, b) => compareText(a, b, 'sv'));
  return [
    { label: facts.title, value: title },
    { label: facts.phone, value: phone },
    { label: facts.email, value: email },
    { label: facts.municipalities, value: municipalities.join(', ') },
    { label: facts.confirmed, value: confirmedOn && formatDay(confirmedOn, language, today) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}
