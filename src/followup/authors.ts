// Who answered, as a report says it: by title and organisation, never by name.
import type { Db } from '../database/open.ts';
import type { Organisation } from '../directory/organisation.ts';
import type { Person } from '../directory/person.ts';
import { findPeople } from '../directory/person-store.ts';
import type { CountyId, PersonId } from '../ids.ts';
import type { Author } from './report.ts';

export interface Authors {
  /** Looks up those who are going to be described. */
  meet(ids: readonly PersonId[]): Promise<void>;
  /** `organisationId` is the one that was spoken for, where it may be another than the person's own. */
  describe(id: PersonId, organisationId?: string): Author;
}

export function createAuthors(db: Db, countyId: CountyId, organisations: readonly Organisation[]): Authors {
  const known = new Map<PersonId, Person>();
  const names = new Map<string, string>(organisations.map(({ id, name }) => [id, name]));
  return {
    async meet(ids) {
      const strangers = [...new Set(ids)].filter((id) => !known.has(id));
      if (strangers.length === 0) return;
      for (const person of await findPeople(db, countyId, strangers)) known.set(person.id, person);
    },
    describe(id, organisationId) {
      const person = known.get(id);
      return {
        title: person?.title ?? '',
        organisation: names.get(organisationId ?? person?.organisationId ?? '') ?? '',
      };
    },
  };
}
