// A grant call: when it reminds, whom, what it asks and what it says.
import { addDays } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import { findAway } from '../../directory/absence-store.ts';
import { listContacts } from '../../directory/contact-store.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { findGroups } from '../../directory/group-store.ts';
import { findReach } from '../../directory/ladder-reach.ts';
import { listCountyMembersOn } from '../../directory/membership-store.ts';
import { findMunicipalityByNameOrCode } from '../../directory/municipality.ts';
import { findOrganisations, listOrganisations } from '../../directory/organisation-store.ts';
import type { OrganisationId } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Subject, Topic } from '../../topic.ts';
import { findClose } from './call.ts';
import { findCallAudience } from './call-audience.ts';
import { planCall } from './call-dates.ts';
import { createCallForm, willNotApply } from './call-form.ts';
import { composeCall } from './call-message.ts';
import { listClosing, readCall } from './call-store.ts';

export const callTopic = {
  kind: 'call',
  dates: findDates,
  upcoming: findUpcoming,
  audience: findAudience,
  asks: findQuestion,
  message: findMessage,
} satisfies Topic;

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  return planCall(await readCall(db, subject), await readCounty(db, subject.countyId));
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const { id: countyId, timeZone, ladders } of await listCounties(db)) {
    const last = addDays(toLocal(to, timeZone).date, findReach(ladders.call.steps).before);
    const days = { from: toLocal(from, timeZone).date, to: last };
    found.push(...(await listClosing(db, { countyId, ...days, movedSince: from })));
  }
  return found;
}

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const { countyId } = due;
  const call = await readCall(db, toSubject(due));
  return findCallAudience({
    call,
    county: await readCounty(db, countyId),
    organisations: await listOrganisations(db, countyId),
    groups: await findGroups(db, countyId, call.groupIds),
    members: await listCountyMembersOn(db, countyId, due.date),
    away: await findAway(db, countyId, due.date),
    isAsking: due.question !== undefined,
    declined: findDeclined(due),
  });
}

/** The organisations that have said that they do not apply. */
function findDeclined({ prompt }: Due): ReadonlySet<OrganisationId> {
  const declines = (prompt?.standing.replies ?? []).filter(({ answers }) => answers.interest === willNotApply.interest);
  return new Set(declines.map(({ organisationId }) => organisationId));
}

async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks> {
  const texts = textsIn(language);
  const call = await readCall(db, toSubject(due));
  const close = findClose(call, (await readCounty(db, due.countyId)).timeZone);
  const [groupId] = call.groupIds;
  return {
    title: texts.calls.prompt(call.title, call.round),
    period: call.closesOn.slice(0, 4),
    form: createCallForm(texts),
    answerPer: 'organisation',
    ...(groupId && { groupId }),
    opensAt: due.now,
    answerBy: close,
    closesAt: close,
  };
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const { countyId } = due;
  const call = await readCall(db, toSubject(due));
  const { boardId, timeZone } = await readCounty(db, countyId);
  const contacts = await listContacts(db, countyId);
  const contact = contacts.find(({ id }) => id === call.contactId);
  const asked = due.prompt?.standing.asked.map(({ organisationId }) => organisationId) ?? [];
  const wanted = [boardId, ...asked, ...(contact ? [contact.organisationId] : [])];
  const organisations = await findOrganisations(db, countyId, wanted);
  return composeCall({
    call,
    due,
    zone: timeZone,
    language,
    board: organisations.find(({ id }) => id === boardId)?.name ?? '',
    ...(contact && { contact }),
    hasOfficers: contacts.some(({ municipalityCodes }) => municipalityCodes.length > 0),
    municipalities: call.municipalityCodes.map((code) => findMunicipalityByNameOrCode(code)?.name ?? code),
    organisations,
  });
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
