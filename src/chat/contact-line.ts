// One contact on one line: title, organisation, telephone, e-mail, and when somebody last said that it is right.
import type { LocalDate } from '../calendar/local-date.ts';
import { type Contact, isStale } from '../directory/contact.ts';
import { findOrganisations } from '../directory/organisation-store.ts';
import type { OrganisationId } from '../ids.ts';
import { formatMonth } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { type Inquiry, toToday } from './inquiry.ts';

export type WriteLine = (contact: Contact) => string;

/** Reads the organisations' names, and gives what writes the line of each of these. */
export async function prepareLines(inquiry: Inquiry, contacts: readonly Contact[]): Promise<WriteLine> {
  const { db, county, language } = inquiry;
  const today = toToday(inquiry);
  const ids: readonly OrganisationId[] = contacts.map(({ organisationId }) => organisationId);
  const names = new Map((await findOrganisations(db, county.id, ids)).map(({ id, name }) => [id, name]));
  return (contact) =>
    [
      textsIn(language).contacts.line(contact.title, names.get(contact.organisationId) ?? ''),
      contact.phone,
      contact.email,
      describeAge(contact, today, language),
    ].join(' · ');
}

/** "bekräftad i mars", and with the year where that is not this one. */
export function describeAge(contact: Contact, today: LocalDate, language: Language): string {
  const { contacts } = textsIn(language);
  const { confirmedOn } = contact;
  if (confirmedOn === undefined) return contacts.unconfirmed;
  const year = confirmedOn.slice(0, 4);
  const month = formatMonth(confirmedOn, language) + (year === today.slice(0, 4) ? '' : ` ${year}`);
  return isStale(contact, today) ? contacts.unconfirmedSince(month) : contacts.confirmed(month);
}
