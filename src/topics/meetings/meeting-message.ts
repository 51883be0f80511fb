// What does a meeting's reminder say, and which buttons does it show?
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Organisation } from '../../directory/organisation.ts';
import type { Button, Message, Part } from '../../message/message.ts';
import { compareText, formatDate, formatDay, formatTimeSpan } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import { countRepresented } from './attendance.ts';
import type { Meeting } from './meeting.ts';
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
  /** There where a substitute is asked. */
  readonly request?: SubstituteRequest;
}

/** For which organisation a substitute is asked; nobody's any more where its member comes after all. */
export type SubstituteRequest =
  | { readonly isNeeded: true; readonly organisation: string }
  | { readonly isNeeded: false };

export function composeMeeting(card: MeetingCard): Message {
  const { due, language, meeting } = card;
  const prompt = isOpen(card) ? due.prompt : undefined;
  const facts = listFacts(card);
  return {
    language,
    title: composeTitle(card),
    parts: [
      ...composeNews(card),
      ...(facts.length > 0 ? [{ kind: 'facts', facts } as const] : []),
      ...(due.prompt ? composeStanding(card, due.prompt) : []),
    ],
    buttons: [...listAttendanceButtons(prompt, textsIn(language)), ...listLinks(meeting, language)],
    ...(prompt && { question: { promptId: prompt.id, form: prompt.form } }),
  };
}

/** Is there still something to answer? */
function isOpen({ meeting, due: { question, prompt }, request }: MeetingCard): boolean {
  if (question === undefined || meeting.cancelledOn !== undefined) return false;
  return !prompt?.isClosed && request?.isNeeded !== false;
}

function composeTitle({ meeting, group, due, zone, language, request }: MeetingCard): string {
  const { meetings } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  if (request) return meetings.substitute.title(group, formatDay(meeting.heldOn, language, today));
  const when = formatWhen(meeting, language, today);
  return meeting.title ? meetings.titleNamed(meeting.title, group, when) : meetings.title(group, when);
}

/** What the reader should know first. */
function composeNews({ meeting, language, request }: MeetingCard): readonly Part[] {
  const { meetings } = textsIn(language);
  if (meeting.cancelledOn !== undefined) return [{ kind: 'notice', tone: 'warning', text: meetings.cancelled }];
  if (!request) return [];
  return request.isNeeded
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
  const numbers = { answered: represented.size, asked: asked.size };
  const text = meetings.represented(numbers.answered, numbers.asked, missing);
  return [
    ...(asked.size > 0 ? [{ kind: 'progress', text, ...numbers } as const] : []),
    ...(isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}

function listLinks({ link }: Meeting, language: Language): readonly Button[] {
  return link === undefined ? [] : [{ kind: 'link', label: textsIn(language).meetings.join, url: link }];
}
