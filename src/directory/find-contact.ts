// Whom to ask: by municipality, by matter, by title, or by what of these goes together.
import type { Db } from '../database/open.ts';
import { type Contact, listPrimary } from './contact.ts';
import { findContactsBy } from './contact-store.ts';
import type { County } from './county.ts';
import type { Matter } from './matter.ts';
import type { Municipality } from './municipality.ts';
import type { Question } from './read-question.ts';

/** One part of a question, and who was found for it. */
export type Hit =
  | { readonly kind: 'municipality'; readonly municipality: Municipality; readonly contacts: readonly Contact[] }
  /** Its own county's board answers; nothing of that county is known here, even where it uses the same Samverk. */
  | { readonly kind: 'elsewhere'; readonly municipality: Municipality }
  | { readonly kind: 'matter'; readonly matter: Matter; readonly contacts: readonly Contact[] }
  | { readonly kind: 'title'; readonly contacts: readonly Contact[] };

type Asked = Pick<Question, 'municipalities' | 'matters' | 'titles'>;

/**
 * With municipalities, one hit for each: those who answer for the matter or have the title there, else the primary
 * contact. Without, one for each matter, and one for all titles.
 */
export async function findContacts(db: Db, county: County, asked: Asked): Promise<readonly Hit[]> {
  return asked.municipalities.length > 0 ? findOfMunicipalities(db, county, asked) : findOfCounty(db, county, asked);
}

async function findOfMunicipalities(db: Db, county: County, asked: Asked): Promise<readonly Hit[]> {
  const { municipalities, matters, titles } = asked;
  const codes = municipalities.filter((one) => one.county === county.code).map(({ code }) => code);
  const contacts = codes.length > 0 ? await findContactsBy(db, county.id, { municipalityCodes: codes }) : [];
  const isWanted = (contact: Contact) =>
    titles.includes(contact.title) || matters.some(({ id }) => contact.matters.includes(id));
  return municipalities.map((municipality) => {
    if (municipality.county !== county.code) return { kind: 'elsewhere', municipality };
    const there = contacts.filter(({ municipalityCodes }) => municipalityCodes.includes(municipality.code));
    const wanted = there.filter(isWanted);
    return { kind: 'municipality', municipality, contacts: wanted.length > 0 ? wanted : listPrimary(there) };
  });
}

async function findOfCounty(db: Db, county: County, { matters, titles }: Asked): Promise<readonly Hit[]> {
  const ids = matters.map(({ id }) => id);
  const ofMatters = ids.length > 0 ? await findContactsBy(db, county.id, { matters: ids }) : [];
  const titled = titles.length > 0 ? await findContactsBy(db, county.id, { titles }) : [];
  return [
    ...matters.map((matter): Hit => {
      const contacts = ofMatters.filter((contact) => contact.matters.includes(matter.id));
      return { kind: 'matter', matter, contacts };
    }),
    ...(titled.length > 0 ? [{ kind: 'title', contacts: titled } satisfies Hit] : []),
  ];
}
