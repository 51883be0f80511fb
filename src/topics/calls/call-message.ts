// What does a grant call say, and which buttons does it show?
import { daysBetween, type LocalDate } from '../../calendar/local-date.ts';
import { toLocal, type ZoneName } from '../../calendar/zone.ts';
import type { Contact } from '../../directory/contact.ts';
import type { Organisation } from '../../directory/organisation.ts';
import { type Button, carryPrompt, type Message, type Part } from '../../message/message.ts';
import { formatDate, formatDateTime, formatDay, formatList } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Due, OpenPrompt } from '../../topic.ts';
import { type Call, findCallState } from './call.ts';
import { isNotice } from './call-dates.ts';
import { willApply, willNotApply } from './call-form.ts';

export interface CallCard {
  readonly call: Call;
  readonly due: Due;
  readonly zone: ZoneName;
  readonly language: Language;
  /** The county board's name. */
  readonly board: string;
  readonly contact?: Contact;
  /** The county board has officers for single municipalities, to ask where the call names no contact. */
  readonly hasOfficers: boolean;
  /** The names of those that the call is limited to. */
  readonly municipalities: readonly string[];
  /** Those asked, and the contact's. */
  readonly organisations: readonly Organisation[];
}

export function composeCall(card: CallCard): Message {
  const { call, due, language } = card;
  if (isNotice(due.step)) return composeNotice(card);
  const { prompt } = due;
  return {
    language,
    title: composeTitle(card),
    parts: [
      ...composeNews(card),
      { kind: 'facts', facts: listFacts(card) },
      ...(prompt ? composeStanding(card, prompt) : []),
    ],
    buttons: [...listAnswers(card), ...listLinks(call, language)],
    ...carryPrompt(prompt, prompt?.isClosed === false),
  };
}

/** A card from before the move that is shown, or only sent, after it says what is new. */
function composeNews({ call, due, zone, language }: CallCard): readonly Part[] {
  if (!call.moved || call.moved.at < due.now || due.prompt?.isClosed) return [];
  const today = toLocal(due.now, zone).date;
  const from = formatDay(call.moved.from, language, today);
  const text = textsIn(language).calls.moved(formatClose(call, language, today), from);
  return [{ kind: 'notice', tone: 'warning', text }];
}

function composeNotice({ call, due, zone, language }: CallCard): Message {
  const { calls } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  const to = formatClose(call, language, today);
  const from = formatDay(call.moved?.from ?? call.closesOn, language, today);
  return {
    language,
    title: calls.titleMoved(call.title),
    parts: [{ kind: 'notice', tone: 'warning', text: calls.moved(to, from) }],
    buttons: listLinks(call, language),
  };
}

function composeTitle({ call, due, zone, language }: CallCard): string {
  const { calls } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  // Also on a card from long before, which would go on counting days that are over.
  if (due.prompt?.isClosed) return calls.titleClosed(call.title);
  return call.opensOn !== undefined && findCallState(call, due.now, zone) === 'planned'
    ? calls.titlePlanned(call.title, formatDate(call.opensOn, language, today))
    : calls.title(call.title, daysBetween(today, call.closesOn));
}

function listFacts(card: CallCard) {
  const { call, due, zone, language, municipalities } = card;
  const { calls } = textsIn(language);
  const today = toLocal(due.now, zone).date;
  return [
    { label: calls.facts.closes, value: formatClose(call, language, today) },
    { label: calls.facts.round, value: call.round },
    { label: calls.facts.eligible, value: call.eligibleKinds.map((kind) => calls.kind(kind)).join(', ') },
    { label: calls.facts.only, value: formatList(municipalities, language) },
    { label: calls.facts.purpose, value: call.purpose },
    { label: calls.facts.budget, value: call.budget },
    { label: calls.facts.dnr, value: call.dnr },
    { label: calls.facts.contact, value: nameContact(card) },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
}

export function formatClose({ closesOn, closesAt }: Call, language: Language, today: LocalDate): string {
  return closesAt
    ? formatDateTime({ date: closesOn, time: closesAt }, language, today)
    : formatDate(closesOn, language, today);
}

function nameContact({ contact, board, hasOfficers, organisations, language }: CallCard): string | undefined {
  if (!contact) return hasOfficers ? textsIn(language).calls.yourOfficer(board) : undefined;
  const organisation = organisations.find(({ id }) => id === contact.organisationId)?.name ?? '';
  return [contact.title, organisation, contact.phone, contact.email].filter(Boolean).join(', ');
}

function composeStanding({ language, organisations }: CallCard, { standing, isClosed }: OpenPrompt): readonly Part[] {
  const { calls, road } = textsIn(language);
  const kindOf = new Map(organisations.map(({ id, kind }) => [id, kind]));
  const asked = new Set(standing.asked.map(({ unit }) => unit)).size;
  const answered = new Set(standing.replies.map(({ unit }) => unit)).size;
  const isMunicipalities = standing.asked.every(({ organisationId }) => kindOf.get(organisationId) === 'municipality');
  const progress: Part = { kind: 'progress', text: calls.progress(answered, asked, isMunicipalities), answered, asked };
  return [
    ...(asked > 0 ? [progress] : []),
    ...(isClosed ? [{ kind: 'notice', tone: 'info', text: road.closed } as const] : []),
  ];
}

function listAnswers({ due: { prompt }, language }: CallCard): readonly Button[] {
  const { calls } = textsIn(language);
  if (!prompt || prompt.isClosed) return [];
  return [
    { kind: 'answer', label: calls.willApply, promptId: prompt.id, answers: willApply },
    { kind: 'answer', label: calls.willNotApply, promptId: prompt.id, answers: willNotApply },
  ];
}

function listLinks({ link }: Call, language: Language): readonly Button[] {
  return link === undefined ? [] : [{ kind: 'link', label: textsIn(language).calls.read, url: link }];
}
