// "aktiviteter": what is in the shared calendar; with a date and a title after it, proposes something more.
import type { LocalDate } from '../calendar/local-date.ts';
import { toLocal } from '../calendar/zone.ts';
import { readCounty } from '../directory/county-store.ts';
import { may } from '../directory/may.ts';
import { listOrganisations } from '../directory/organisation-store.ts';
import type { Part } from '../message/message.ts';
import { planSubject } from '../reminders/plan-ahead.ts';
import { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { describeEvent } from '../topics/events/digest.ts';
import { type Event, type EventDetails, isApproved } from '../topics/events/event.ts';
import { formatSpan, listLinks } from '../topics/events/event-message.ts';
import { addEvent, listApproved, listProposedBy, withdrawEvent } from '../topics/events/event-store.ts';
import { MOST_SIGNS, readProposal } from '../topics/events/proposal.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { findActor } from './find-actor.ts';

export async function tellEvents(asking: Asking): Promise<Doing> {
  const { road, person, rest } = asking;
  const { timeZone } = await readCounty(road.database.db, person.countyId);
  const today = toLocal(road.clock.now(), timeZone).date;
  if (rest === '') return listEvents(asking, today);
  const taken = readWithdrawal(rest);
  if (taken) return withdraw(asking, taken.number);
  const proposal = readProposal(rest, today);
  const texts = textsIn(person.language).events;
  switch (proposal.kind) {
    case 'understood':
      return propose(asking, proposal.details, today);
    case 'too-long':
      return say(texts.tooLong(MOST_SIGNS));
    default:
      return say(texts.faults[proposal.kind]);
  }
}

/** What is proposed by whoever decides is approved with it. */
async function propose(asking: Asking, details: EventDetails, today: LocalDate): Promise<Doing> {
  const { road, person } = asking;
  const { id: byId, countyId, organisationId, language } = person;
  const { receipt, receiptApproved } = textsIn(language).events;
  const isDecided = may(await findActor(asking), 'decide-event');
  const when = formatSpan(details, language, today);
  return {
    ...say(isDecided ? receiptApproved(details.title, when) : receipt(details.title, when)),
    async write(tx) {
      const at = road.clock.now();
      const event = await addEvent(tx, {
        ...{ ...details, countyId, organisationId, proposedById: byId, proposedAt: at },
        ...(isDecided && { decided: { decision: 'approved', byId, at } }),
      });
      await planSubject(tx, road.topics.event, event, at);
    },
  };
}

/** "dra tillbaka 12", in any language; an event's own title may begin so too, but never without a date before it. */
function readWithdrawal(rest: string): { readonly number: number } | undefined {
  const words = Language.options.flatMap((language) => textsIn(language).events.withdraw.words);
  const word = words.find((one) => rest.toLowerCase().startsWith(`${one} `) || rest.toLowerCase() === one);
  if (word === undefined) return undefined;
  const number = rest.slice(word.length).trim();
  return { number: /^\d{1,9}$/.test(number) ? Number(number) : 0 };
}

/** By whoever proposed it, as long as it is not over. What others have proposed is said to be nobody's. */
async function withdraw({ road, person }: Asking, number: number): Promise<Doing> {
  const { db } = road.database;
  const { countyId } = person;
  const texts = textsIn(person.language).events.withdraw;
  const { timeZone } = await readCounty(db, countyId);
  const from = toLocal(road.clock.now(), timeZone).date;
  const own = await listProposedBy(db, { countyId, from }, person.id);
  const event = own.find((one) => one.number === number);
  if (!event) return say(texts.unknown(own.map((one) => `${one.number} (${one.title})`)));
  return {
    ...say(texts.done(event.title)),
    async write(tx) {
      const at = road.clock.now();
      if (await withdrawEvent(tx, event, at)) await planSubject(tx, road.topics.event, event, at);
    },
  };
}

async function listEvents({ road, person }: Asking, today: LocalDate): Promise<Doing> {
  const { db } = road.database;
  const { countyId, language } = person;
  const texts = textsIn(language).events;
  const approved = await listApproved(db, { countyId, from: today });
  const own = await listProposedBy(db, { countyId, from: today }, person.id);
  const describing = { language, today, organisations: await listOrganisations(db, countyId) };
  const listed = approved.map((event) => describeEvent(event, describing));
  const toOwn = (event: Event) => {
    const item = texts.own.numbered(event.number, describeEvent(event, describing));
    if (isApproved(event)) return texts.own.approved(item);
    return event.decided ? texts.own.refused(item, event.decided.reason ?? '') : texts.own.waiting(item);
  };
  const parts: readonly Part[] = [
    listed.length === 0 ? { kind: 'text', text: texts.none } : { kind: 'list', items: listed },
    ...(own.length === 0 ? [] : [{ kind: 'list', title: texts.own.title, items: own.map(toOwn) } as const]),
    { kind: 'note', text: own.length === 0 ? texts.how : `${texts.how} ${texts.withdraw.how}` },
  ];
  return { answer: { kind: 'card', message: { language, title: texts.title, parts, buttons: listLinks(approved) } } };
}
