// What does a meeting's reminder say, and which buttons does it show?
import type { LocalDate } from '../../calendar/local-date.ts';
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { type Button, carryPrompt, type Message, type Part } from '../../message/message.ts';
import { compareText, formatDate, formatDay, formatList, formatTimeSpan } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import { countRepresented, findAskedDay, listDoubled } from './attendance.ts';
import type { Meeting } from './meeting.ts';
import { isNotice } from './meeting-dates.ts';
import { listAttendanceButtons } from './meeting-form.ts';

export interface MeetingCard {
  readonly meeting: Meeting;
  readonly group: string;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
  /** The last day to answer. */
  readonly answerDay: Meeting['heldOn'];
  /** Those asked. */
  readonly organisations: readonly Organisation[];
  /** What others want the group to take up at this meeting. */
  readonly raised: readonly Raised[];
  /** There where a substitute is asked. */
  readonly request?: SubstituteRequest;
}

export interface Raised {
  readonly number: number;
  readonly text: string;
  readonly organisation: string;
}

/** For which organisation a substitute is asked; not needed where its member comes after all, which a release tells. */
export type SubstituteRequest =
  | { readonly kind: 'needed' | 'not-needed'; readonly organisation: string }
  /** Whether the substitute's yes is there too. */
  | { readonly kind: 'released'; readonly organisation: string; readonly isKept: boolean };

export function composeMeeting(card: MeetingCard): Message {
  const { due, language, meeting, request } = card;
  const askedDay = findAskedDay(due.question);
  if (askedDay !== undefined && askedDay !== meeting.heldOn) return composeOutdated(card, askedDay);
  if (request?.kind === 'released') return composeRelease(card, request);
  const prompt = isOpen(card) ? due.prompt : undefined;
  const facts = listFacts(card);
  return {
    language,
    title: composeTitle(card),
    parts: [
      ...composeNews(card),
      ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
      ...listRaised(card),
      ...(due.prompt ? composeStanding(card, due.prompt) : []),
    ],
    buttons: [...listAttendanceButtons(prompt, textsIn(language)), ...listLinks(meeting, language)],
    ...carryPrompt(due.prompt, prompt !== undefined),
  };
}

/** A card about a day on which the meeting is not held any more. */
function composeOutdated({ meeting, group, due, zone, language }: MeetingCard, askedDay: LocalDate): Message {
  const { meetings } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  const isCancelled = meeting.cancelledOn !== undefined;
  const text = isCancelled ? meetings.cancelled : meetings.movedTo(formatWhen(meeting, language, today));
  return {
    language,
    title: meetings.prompt(group, formatDay(askedDay, language, today)),
    parts: [{ kind: 'notice', tone: 'warning', text }],
    buttons: [],
    ...carryPrompt(due.prompt, false),
  };
}

function composeRelease(
  { meeting, group, due, zone, language }: MeetingCard,
  { organisation, isKept }: Extract<SubstituteRequest, { readonly kind: 'released' }>,
): Message {
  const { title, why, kept } = textsIn(language).meetings.substitute.released;
  const today = toLocal(due.now, zone).date;
  return {
    language,
    title: title(group, formatDay(meeting.heldOn, language, today)),
    parts: [{ kind: 'text', text: [why(organisation), ...(isKept ? [kept] : [])].join(' ') }],
    buttons: [],
    ...carryPrompt(due.prompt, false),
  };
}

/** Is there still something to answer? */
function isOpen({ meeting, due: { question, prompt }, request }: MeetingCard): boolean {
  if (question === undefined || meeting.cancelledOn !== undefined) return false;
  return !prompt?.isClosed && request?.kind !== 'not-needed';
}

function composeTitle({ meeting, group, due, zone, language, request }: MeetingCard): string {
  const { meetings } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  if (request) return meetings.substitute.title(group, formatDay(meeting.heldOn, language, today));
  if (isNotice(due.step)) return meetings.titleMoved(group);
  const when = formatWhen(meeting, language, today);
  return meeting.title ? meetings.titleNamed(meeting.title, group, when) : meetings.title(group, when);
}

/** What the reader should know first. */
function composeNews({ meeting, due, zone, language, request }: MeetingCard): readonly Part[] {
  const { meetings } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  if (meeting.cancelledOn !== undefined) return [{ kind: 'notice', tone: 'warning', text: meetings.cancelled }];
  if (isNotice(due.step) && meeting.moved) {
    const from = formatDay(meeting.moved.from, language, today);
    return [{ kind: 'notice', tone: 'warning', text: meetings.moved(formatWhen(meeting, language, today), from) }];
  }
  if (!request) return [];
  return request.kind === 'needed'
    ? [{ kind: 'text', text: meetings.substitute.why(request.organisation) }]
    : [{ kind: 'notice', tone: 'info', text: meetings.substitute.notNeeded }];
}

export function formatWhen(
  { heldOn, startsAt, endsAt }: Meeting,
  language: Language,
  today: Meeting['heldOn'],
): string {
  return `${formatDate(heldOn, language, today)} ${formatTimeSpan(startsAt, endsAt, language)}`;
}

function listFacts(card: MeetingCard) {
  const { meeting, due, zone, language, answerDay, request } = card;
  const { meetings } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  return [
    { label: meetings.facts.when, value: request && formatWhen(meeting, language, today) },
    { label: meetings.facts.place, value: meeting.place ?? (meeting.link && meetings.digital) },
    { label: meetings.facts.agenda, value: meeting.agenda.length > 0 && meetings.items(meeting.agenda.length) },
    {
      label: meetings.facts.answerBy,
      value: isOpen(card) && today <= answerDay && formatDate(answerDay, language, today),
    },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

/** A substitute who is asked decides on the day, not on the agenda. */
function listRaised({ raised, meeting, language, request }: MeetingCard): readonly Part[] {
  const { meetings } = textsIn(language);
  if (raised.length === 0 || request || meeting.cancelledOn !== undefined) return [];
  const items = raised.map(({ number, text, organisation }) => meetings.raisedItem(number, text, organisation));
  return [{ kind: 'list', title: meetings.raised, items }];
}

function composeStanding(
  { language, organisations }: MeetingCard,
  { standing, isClosed }: OpenPrompt,
): readonly Part[] {
  const { meetings, road } = textsIn(language);
  const { asked, represented } = countRepresented(standing);
  const missing = organisations
    .filter(({ id }) => standing.replies.length > 0 && asked.has(id) && !represented.has(id))
    .map(({ name }) => name)
    .toSorted((a, b) => compareText(a, b, language));
  const doubledIds = new Set(listDoubled(standing).map(({ organisationId }) => organisationId));
  const doubled = organisations.filter(({ id }) => doubledIds.has(id)).map(({ name }) => name);
  const numbers = { answered: represented.size, asked: asked.size };
  const text = meetings.represented(numbers.answered, numbers.asked, missing);
  return [
    ...(asked.size > 0 ? [{ kind: 'progress', text, ...numbers } as const] : []),
    ...(doubled.length > 0 ? [{ kind: 'note', text: meetings.doubled(formatList(doubled, language)) } as const] : []),
    ...(isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}

function listLinks({ link }: Meeting, language: Language): readonly Button[] {
  return link === undefined ? [] : [{ kind: 'link', label: textsIn(language).meetings.join, url: link }];
}
