// What one of our example counties would know of itself once it is stored, without a database.

import type { CountyFile } from '../../../src/import/county-file.ts';
import { readCountyFile } from '../../../src/import/county-yaml.ts';
import {
  toContacts,
  toCounty,
  toGroups,
  toMemberships,
  toOrganisations,
  toPeople,
} from '../../../src/import/directory-nouns.ts';
import { toCalls, toInstruments, toMeetings } from '../../../src/import/occasion-nouns.ts';
import type { KnownCounty } from '../../../src/import/sheets/known-county.ts';
import {
  fromActivity,
  fromCall,
  fromContact,
  fromGroup,
  fromMatter,
  fromMeeting,
  fromMembership,
  fromNamed,
  fromOrganisation,
  fromPerson,
} from '../../../src/import/sheets/noun-entries.ts';
import { toAllActivities, toGoals, toPlans } from '../../../src/import/strategy-nouns.ts';
import { readCounty, readExample } from '../read-county.ts';

export function knowExample(id: string): KnownCounty {
  return know(readCounty(id));
}

/** The smallest whole county, of docs/counties.md. */
export function knowSmallest(): KnownCounty {
  const reading = readCountyFile(readExample(), 'norrbotten.yaml');
  if ('file' in reading) return know(reading.file);
  throw new Error('The example of docs/counties.md is not right.');
}

function know(file: CountyFile): KnownCounty {
  const county = toCounty(file, 0);
  return {
    county: { id: county.id, code: county.code, name: county.name },
    sections: {
      matters: county.matters.map(fromMatter),
      organisations: toOrganisations(file).map(fromOrganisation),
      people: toPeople(file).map(fromPerson),
      contacts: toContacts(file).map(fromContact),
      groups: toGroups(file).map(fromGroup),
      memberships: toMemberships(file).map(fromMembership),
      instruments: toInstruments(file).map(fromNamed),
      calls: toCalls(file).map(fromCall),
      meetings: toMeetings(file).map(fromMeeting),
      goals: toGoals(file).map(fromNamed),
      plans: toPlans(file).map(fromNamed),
      activities: toAllActivities(file).map(fromActivity),
      figures: [],
    },
  };
}
