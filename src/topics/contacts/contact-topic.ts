// A contact's details: when they are asked about, whom, what is said, and what an answer changes.
import type { LocalDate } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import type { Contact } from '../../directory/contact.ts';
import { listContacts, setConfirmed } from '../../directory/contact-store.ts';
import type { County } from '../../directory/county.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { hasLeft, type Person } from '../../directory/person.ts';
import { findPeople, listCoordinators } from '../../directory/person-store.ts';
import type { CountyId, PersonId } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Replied, Subject, Topic } from '../../topic.ts';
import { DETAILS, findObjection, isObjection, planRound } from './contact-dates.ts';
import { createDetailsForm } from './contact-form.ts';
import { composeDetails, composeObjection, nameQuestion } from './contact-message.ts';
import { findAnswerBy, findAskDay, findClosing, listRounds, parseSubjectId, toSubjectId } from './contact-round.ts';
import { DetailsAnswers } from './objection.ts';
import { listObjections } from './objection-store.ts';

export interface ContactNeeds {
  /** Makes the round's occurrences follow what was answered. */
  readonly replan: (db: Db, subject: Subject) => Promise<void>;
}

export function createContactTopic({ replan }: ContactNeeds) {
  return {
    kind: 'contact',
    dates: findDates,
    upcoming: findUpcoming,
    audience: findAudience,
    asks: findQuestion,
    message: findMessage,
    async onAnswers(db: Db, due: Due, replied: Replied) {
      await keepConfirmed(db, due, replied);
      await replan(db, toSubject(due));
    },
  } satisfies Topic;
}

/** What one round is about, and who answers. */
interface Round {
  readonly county: County;
  readonly askDay: LocalDate | undefined;
  readonly period: string;
  readonly isUnmanned: boolean;
  /** None where they are gone from the county's file, or have somebody who answers by now. */
  readonly contacts: readonly Contact[];
  readonly answerers: readonly Person[];
}

async function readRound(db: Db, { countyId, id }: Subject): Promise<Round> {
  const county = await readCounty(db, countyId);
  const round = parseSubjectId(countyId, id);
  const isUnmanned = round?.asked.kind === 'unmanned';
  const { manned, unmanned } = await sortContacts(db, countyId);
  const own = manned.filter(({ contact }) => round?.asked.kind === 'contact' && contact.id === round.asked.contactId);
  return {
    county,
    isUnmanned,
    askDay: round && findAskDay(county, round),
    period: round ? `${round.year}-${round.step}` : '',
    contacts: isUnmanned ? unmanned : own.map(({ contact }) => contact),
    answerers: isUnmanned ? await listCoordinators(db, countyId) : own.map(({ person }) => person),
  };
}

/** Nobody answers for a contact that names no person, or one who has left. */
async function sortContacts(db: Db, countyId: CountyId) {
  const contacts = await listContacts(db, countyId);
  const ids = contacts.flatMap(({ personId }) => personId ?? []);
  const people = new Map(
    (await findPeople(db, countyId, ids)).filter((person) => !hasLeft(person)).map((person) => [person.id, person]),
  );
  const personOf = ({ personId }: Contact) => personId && people.get(personId);
  return {
    manned: contacts.flatMap((contact) => {
      const person = personOf(contact);
      return person ? [{ contact, person }] : [];
    }),
    unmanned: contacts.filter((contact) => !personOf(contact)),
  };
}

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const { county, askDay, contacts } = await readRound(db, subject);
  if (askDay === undefined || contacts.length === 0) return [];
  return planRound({ askDay, county, objections: await listObjections(db, subject) });
}

async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const county of await listCounties(db)) {
    const { id: countyId, timeZone } = county;
    const days = { from: toLocal(from, timeZone).date, to: toLocal(to, timeZone).date };
    const rounds = listRounds(county, days);
    if (rounds.length === 0) continue;
    const { manned, unmanned } = await sortContacts(db, countyId);
    const asked = [
      ...manned.map(({ contact }) => ({ kind: 'contact', contactId: contact.id }) as const),
      ...(unmanned.length > 0 ? [{ kind: 'unmanned' } as const] : []),
    ];
    for (const round of rounds) {
      found.push(...asked.map((one) => ({ countyId, id: toSubjectId(countyId, { ...round, asked: one }) })));
    }
  }
  return found;
}

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const { answerers, contacts } = await readRound(db, toSubject(due));
  if (isObjection(due.step)) return (await listCoordinators(db, due.countyId)).map((one) => toRecipient(one, false));
  return contacts.length === 0 ? [] : answerers.map((one) => toRecipient(one, true));
}

function toRecipient({ id: personId, organisationId }: Person, isAsked: boolean): Recipient {
  return { kind: 'person', personId, organisationId, isAsked };
}

async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks | undefined> {
  const { county, askDay, period, contacts, isUnmanned } = await readRound(db, toSubject(due));
  if (askDay === undefined || contacts.length === 0 || due.question !== DETAILS) return undefined;
  return {
    title: nameQuestion({ contacts, isUnmanned, language }),
    period,
    form: createDetailsForm(textsIn(language)),
    // Of several coordinators, one answers for the county.
    answerPer: isUnmanned ? 'organisation' : 'person',
    opensAt: due.now,
    answerBy: findAnswerBy(county, askDay),
    closesAt: findClosing(county, askDay),
  };
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const card = { ...(await readRound(db, toSubject(due))), due, language };
  const objection = isObjection(due.step) && findObjection(due.step, await listObjections(db, toSubject(due)));
  if (!objection) return composeDetails(card);
  return composeObjection({
    ...card,
    by: await nameOf(db, due.countyId, objection.personId),
    comment: objection.comment,
  });
}

async function nameOf(db: Db, countyId: CountyId, id: PersonId): Promise<string> {
  return (await findPeople(db, countyId, [id]))[0]?.name ?? '';
}

/** A yes confirms what was shown. A no about one contact takes back an earlier yes; of a list it may be about any of them. */
async function keepConfirmed(db: Db, due: Due, { answers, at }: Replied): Promise<void> {
  const { county, contacts, isUnmanned } = await readRound(db, toSubject(due));
  const { isRight } = DetailsAnswers.parse(answers);
  if (isRight === 'no' && isUnmanned) return;
  const confirmedOn = isRight === 'yes' ? toLocal(at, county.timeZone).date : null;
  const ids = contacts.map(({ id }) => id);
  await setConfirmed(db, due.countyId, { ids, confirmedOn });
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
