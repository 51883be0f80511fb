// What is said of an event: to the coordinator who approves it, and to whoever proposed it.
import type { LocalDate } from '../../calendar/local-date.ts';
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import { type Button, carryPrompt, type Message, type Part } from '../../message/message.ts';
import { formatDate, formatDeadline } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due } from '../../topic.ts';
import type { Event, EventDetails } from './event.ts';
import { listApprovalButtons } from './event-form.ts';

export interface EventCard {
  readonly event: Event;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
  /** Who proposed it, and for which organisation. */
  readonly by: string;
  readonly organisation: string;
}

export function composeApproval(card: EventCard): Message {
  const { event, due, language } = card;
  const texts = textsIn(language);
  const { prompt } = due;
  const isOpen = prompt?.isClosed === false;
  return {
    language,
    title: texts.events.prompt(event.title),
    parts: [
      { kind: 'facts', facts: listFacts(card) },
      ...listDecision(card),
      ...(prompt && !isOpen ? [{ kind: 'notice', tone: 'info', text: texts.road.closed } as const] : []),
    ],
    buttons: [...(prompt ? listApprovalButtons(prompt, texts) : []), ...listLinks([event])],
    ...carryPrompt(prompt, isOpen),
  };
}

function listDecision({ event, language }: EventCard): readonly Part[] {
  const { decided } = textsIn(language).events;
  const { decided: made, withdrawnAt } = event;
  if (withdrawnAt) return [{ kind: 'notice', tone: 'warning', text: decided.withdrawn }];
  if (!made) return [];
  return made.decision === 'approved'
    ? [{ kind: 'notice', tone: 'success', text: decided.approved }]
    : [{ kind: 'notice', tone: 'warning', text: decided.refused(made.reason ?? '') }];
}

export function composeDecision(card: EventCard): Message {
  const { event, language } = card;
  const { answer } = textsIn(language).events;
  const isApproved = event.decided?.decision === 'approved';
  return {
    language,
    title: isApproved ? answer.approved(event.title) : answer.refused(event.title),
    parts: [
      ...listDecision(card),
      { kind: 'facts', facts: listFacts(card) },
      { kind: 'note', text: isApproved ? answer.seen : answer.again },
    ],
    buttons: [],
  };
}

function listFacts({ event, due, zone, language, by, organisation }: EventCard) {
  const { facts } = textsIn(language).events;
  const today = toLocal(due.now, zone).date;
  const until = due.prompt && !due.prompt.isClosed && formatDeadline(due.prompt.answerBy, zone, language, today);
  return [
    { label: facts.when, value: formatSpan(event, language, today) },
    { label: facts.place, value: event.place },
    { label: facts.from, value: [by, organisation].filter((name) => name !== '').join(', ') },
    { label: facts.answerBy, value: !event.decided && until },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/** "fredag 10 april", or "fredag 10 april – söndag 12 april" where it is more than one day. */
export function formatSpan({ fromOn, toOn }: EventDetails, language: Language, today: LocalDate): string {
  const days = fromOn === toOn ? [fromOn] : [fromOn, toOn];
  return days.map((day) => formatDate(day, language, today)).join(' – ');
}

export function listLinks(events: readonly EventDetails[]): readonly Button[] {
  return events.flatMap(({ link: url, title: label }) => (url ? [{ kind: 'link', label, url } as const] : []));
}
