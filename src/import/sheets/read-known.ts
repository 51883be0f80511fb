// Reads what a county has, back into the words of its file.

import { LocalDate } from '../../calendar/local-date.ts';
import type { Instant } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { listContacts } from '../../directory/contact-store.ts';
import type { County } from '../../directory/county.ts';
import { listFigures } from '../../directory/figure-store.ts';
import { listGroups } from '../../directory/group-store.ts';
import { listMemberships } from '../../directory/membership-store.ts';
import { listOrganisations } from '../../directory/organisation-store.ts';
import { listPeople } from '../../directory/person-store.ts';
import { listCalls } from '../../topics/calls/call-store.ts';
import { listInstruments } from '../../topics/calls/instrument-store.ts';
import { listMeetings } from '../../topics/meetings/meeting-store.ts';
import { listActivities } from '../../topics/plans/activity-store.ts';
import { listPlans } from '../../topics/plans/plan-store.ts';
import { listGoals } from '../../topics/plans/strategy-store.ts';
import type { KnownCounty } from './known-county.ts';
import {
  fromActivity,
  fromCall,
  fromContact,
  fromFigure,
  fromGroup,
  fromMatter,
  fromMeeting,
  fromMembership,
  fromNamed,
  fromOrganisation,
  fromPerson,
} from './noun-entries.ts';

const EVER = LocalDate.parse('1900-01-01');

export async function readKnown(db: Db, county: County, now: Instant): Promise<KnownCounty> {
  const { id: countyId, code, name } = county;
  const plans = await listPlans(db, countyId);
  const activities = await Promise.all(plans.map(({ id: planId }) => listActivities(db, { countyId, planId })));
  return {
    county: { id: countyId, code, name },
    sections: {
      matters: county.matters.map(fromMatter),
      organisations: (await listOrganisations(db, countyId)).map(fromOrganisation),
      people: (await listPeople(db, countyId)).map(fromPerson),
      contacts: (await listContacts(db, countyId)).map(fromContact),
      groups: (await listGroups(db, countyId)).map(fromGroup),
      memberships: (await listMemberships(db, countyId)).map(fromMembership),
      instruments: (await listInstruments(db, countyId)).map(fromNamed),
      calls: (await listCalls(db, { countyId, now })).map(({ call }) => fromCall(call)),
      meetings: (await listMeetings(db, { countyId, from: EVER })).map(fromMeeting),
      goals: (await listGoals(db, countyId)).map(fromNamed),
      plans: plans.map(fromNamed),
      activities: activities.flat().map(fromActivity),
      figures: (await listFigures(db, countyId)).map(fromFigure),
    },
  };
}
