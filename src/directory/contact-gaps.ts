// Which municipalities of a county have no contact or several, and which contacts has nobody confirmed for long?
import type { LocalDate } from '../calendar/local-date.ts';
import { type Contact, isStale, listPrimary } from './contact.ts';
import type { County } from './county.ts';
import { loadMunicipalities } from './municipality.ts';

export interface ContactGaps {
  /** By name. */
  readonly without: readonly string[];
  readonly several: readonly { readonly name: string; readonly contacts: readonly Contact[] }[];
  readonly stale: readonly Contact[];
}

export function findContactGaps(
  { code: countyCode }: Pick<County, 'code'>,
  contacts: readonly Contact[],
  today: LocalDate,
): ContactGaps {
  const towns = loadMunicipalities()
    .filter(({ county }) => county === countyCode)
    .map(({ name, code }) => ({
      name,
      contacts: listPrimary(contacts.filter(({ municipalityCodes }) => municipalityCodes.includes(code))),
    }));
  return {
    without: towns.filter((town) => town.contacts.length === 0).map(({ name }) => name),
    several: towns.filter((town) => town.contacts.length > 1),
    stale: contacts.filter((contact) => isStale(contact, today)),
  };
}
