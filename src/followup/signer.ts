// Whoever signs something in a report: a person of the county, by role.
import type { Person } from '../directory/person.ts';

export type Signer = Pick<Person, 'id' | 'countyId' | 'roles'>;

export function isCoordinator({ roles }: Signer): boolean {
  return roles.includes('coordinator');
}
