// The shared calendar: an event is approved before others see it, and the week's letter tells of what comes.
import { addDays } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import type { Db } from '../../database/open.ts';
import type { County } from '../../directory/county.ts';
import { listCounties, readCounty } from '../../directory/county-store.ts';
import { listGroups } from '../../directory/group-store.ts';
import { findOrganisations } from '../../directory/organisation-store.ts';
import type { Person } from '../../directory/person.ts';
import { findPeople, listCoordinators } from '../../directory/person-store.ts';
import type { Message } from '../../message/message.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Asks, Due, PlannedDate, Recipient, Replied, Subject, Topic } from '../../topic.ts';
import {
  composeDigest,
  type Digest,
  findDigestDay,
  isEmpty,
  listDigestDays,
  planDigest,
  sortDigest,
  toDigestId,
} from './digest.ts';
import { APPROVAL, findAnswerBy, findClosing, isDecision, planEvent } from './event-dates.ts';
import { ApprovalAnswers, createApprovalForm } from './event-form.ts';
import { composeApproval, composeDecision } from './event-message.ts';
import { decideEvent, listApproved, listProposedUntil, readEvent } from './event-store.ts';

export interface EventNeeds {
  /** Makes the event's occurrences follow the decision. */
  readonly replan: (db: Db, subject: Subject) => Promise<void>;
}

export function createEventTopic({ replan }: EventNeeds) {
  return {
    kind: 'event',
    dates: findDates,
    upcoming: findUpcoming,
    audience: findAudience,
    asks: findQuestion,
    message: findMessage,
    async onAnswers(db: Db, due: Due, { answers, personId: byId, at }: Replied) {
      const { decision, reason } = ApprovalAnswers.parse(answers);
      await decideEvent(db, toSubject(due), { decision, byId, at, ...(reason && { reason }) });
      await replan(db, toSubject(due));
    },
  } satisfies Topic;
}

async function findDates(db: Db, subject: Subject): Promise<readonly PlannedDate[]> {
  const county = await readCounty(db, subject.countyId);
  const day = findDigestDay(subject.id);
  return day ? planDigest(day, county) : planEvent(await readEvent(db, subject), county);
}

/** Every event that is not over, and the letters that have something to tell. */
async function findUpcoming(db: Db, { from, to }: { readonly from: Instant; readonly to: Instant }) {
  const found: Subject[] = [];
  for (const county of await listCounties(db)) {
    const { id: countyId, timeZone } = county;
    const days = { from: toLocal(from, timeZone).date, to: toLocal(to, timeZone).date };
    const events = await listProposedUntil(db, { countyId, from: days.from }, to);
    found.push(...events.map(({ id }) => ({ countyId, id })));
    const approved = await listApproved(db, { countyId, from: days.from });
    if (approved.length === 0) continue;
    // A Monday that nobody works is told of on one of the days after it.
    const named = listDigestDays(county, addDays(days.from, -MOST_FREE_DAYS), days.to);
    const telling = named.filter((day) =>
      planDigest(day, county).some(({ at }) => !isEmpty(sortDigest(approved, county, at))),
    );
    found.push(...telling.map((day) => ({ countyId, id: toDigestId(countyId, day) })));
  }
  return found;
}

const MOST_FREE_DAYS = 7;

async function findAudience(db: Db, due: Due): Promise<readonly Recipient[]> {
  const { countyId } = due;
  if (findDigestDay(due.subjectId)) {
    if (isEmpty(await readDigest(db, due, await readCounty(db, countyId)))) return [];
    return (await listGroups(db, countyId)).map(({ id: groupId }) => ({ kind: 'group', groupId }));
  }
  if (!isDecision(due.step)) return (await listCoordinators(db, countyId)).map((one) => toRecipient(one, true));
  const { proposedById, decided } = await readEvent(db, toSubject(due));
  const proposers = decided?.byId === proposedById ? [] : await findPeople(db, countyId, [proposedById]);
  return proposers.map((one) => toRecipient(one, false));
}

function toRecipient({ id: personId, organisationId }: Person, isAsked: boolean): Recipient {
  return { kind: 'person', personId, organisationId, isAsked };
}

async function readDigest(db: Db, { countyId, now }: Due, county: County): Promise<Digest> {
  const from = toLocal(now, county.timeZone).date;
  return sortDigest(await listApproved(db, { countyId, from }), county, now);
}

async function findQuestion(db: Db, due: Due, language: Language): Promise<Asks | undefined> {
  if (due.question !== APPROVAL) return undefined;
  const texts = textsIn(language);
  const county = await readCounty(db, due.countyId);
  const event = await readEvent(db, toSubject(due));
  if (event.withdrawnAt !== undefined) return undefined;
  return {
    title: texts.events.prompt(event.title),
    period: event.fromOn.slice(0, 4),
    form: createApprovalForm(texts),
    // Of several coordinators, one answers for all.
    answerPer: 'organisation',
    opensAt: event.proposedAt,
    answerBy: findAnswerBy(event, county),
    closesAt: findClosing(event, county.timeZone),
  };
}

async function findMessage(db: Db, due: Due, language: Language): Promise<Message> {
  const { countyId, now } = due;
  const county = await readCounty(db, countyId);
  if (findDigestDay(due.subjectId)) {
    const digest = await readDigest(db, due, county);
    const ids = [...digest.soon, ...digest.fresh].map(({ organisationId }) => organisationId);
    return composeDigest({ digest, county, now, language, organisations: await findOrganisations(db, countyId, ids) });
  }
  const event = await readEvent(db, toSubject(due));
  const [by] = await findPeople(db, countyId, [event.proposedById]);
  const [organisation] = await findOrganisations(db, countyId, [event.organisationId]);
  const named = { by: by?.name ?? '', organisation: organisation?.name ?? '' };
  const card = { event, due, zone: county.timeZone, language, ...named };
  return isDecision(due.step) ? composeDecision(card) : composeApproval(card);
}

function toSubject({ countyId, subjectId }: Due): Subject {
  return { countyId, id: subjectId };
}
