// The members of a simulated year: some answer soon, some when they are nudged, some too late, and some never.
import { type Instant, toLocal, type ZoneName } from '../calendar/zone.ts';
import type { CountyId, PersonId, PromptId } from '../ids.ts';
import { entriesOf } from '../message/entries.ts';
import type { Message } from '../message/message.ts';
import type { Answer, Handle, Incoming, PlatformUser } from '../platform.ts';
import { describeAnswers } from './describe-answers.ts';
import { type Draw, pickEarly } from './draw.ts';
import { fillForm } from './fill-form.ts';
import { pickOfficeTime, type Span } from './office-time.ts';
import type { Deadlines } from './simulation-store.ts';

/** A question has reached somebody in their own conversation. */
export interface Reached {
  readonly personId: PersonId;
  readonly countyId: CountyId;
  readonly zone: ZoneName;
  readonly promptId: PromptId;
  readonly message: Message;
  /** The name of the conversation. */
  readonly place: string;
  readonly topic: string;
}

/** Somebody who is going to answer. */
export interface Intention extends Reached {
  readonly at: Instant;
}

export interface Habits {
  /** The share of members who answer, from 0 to 1. */
  readonly rate: number;
  readonly draw: Draw;
}

/**
 * When does this member answer, if ever? Most of those who do answer before anybody is nudged. The fewer answer, the more
 * of them wait for the nudge or come too late: at a rate of 1 nobody is nudged.
 */
export function decide(reached: Reached, habits: Habits, told: Instant, deadlines: Deadlines): Intention | undefined {
  const matter = `${reached.promptId} ${reached.personId}`;
  if (habits.draw(`${matter} answers`) >= habits.rate) return undefined;
  const haste = habits.draw(`${matter} waits`) / (1 - habits.rate);
  const chance = habits.draw(`${matter} when`);
  const times = listSpans(haste, told, deadlines).map((span) => pickOfficeTime(span, reached.zone, chance));
  const at = times.find((time) => time !== undefined) ?? findHalfWay(findEarly(told, deadlines));
  return { ...reached, at };
}

/**
 * When they would answer, or where nobody is at work then, when else.
 * @param haste below a half: too late; below 1: once nudged; else in good time
 */
function listSpans(haste: number, told: Instant, deadlines: Deadlines): readonly Span[] {
  const { nudgedAt, answerBy, closesAt } = deadlines;
  const late = { from: answerBy > told ? answerBy : told, to: closesAt };
  const nudged = { from: nudgedAt ?? answerBy, to: answerBy };
  return [...(haste < 0.5 ? [late] : []), ...(haste < 1 ? [nudged] : []), findEarly(told, deadlines)];
}

/** Before anybody is nudged, and in time where there is any. */
function findEarly(told: Instant, { nudgedAt, answerBy, closesAt }: Deadlines): Span {
  const ends = [nudgedAt, answerBy, closesAt].flatMap((end) => (end && end > told ? [end.getTime()] : []));
  return { from: told, to: new Date(Math.min(...ends)) };
}

/** Nobody is at work while there is time: somebody answers at home. */
function findHalfWay({ from, to }: Span): Instant {
  return new Date((from.getTime() + to.getTime()) / 2);
}

/** What a member did, and the receipt for it. */
export interface Act {
  readonly key: string;
  readonly text: string;
  readonly receipt: { readonly number: string; readonly text: string };
}

/** Does what a person would: looks at the card, presses a button or fills in the form. Undefined where a colleague has answered. */
export async function act(handle: Handle, intention: Intention, draw: Draw): Promise<Act | undefined> {
  const { promptId, personId, countyId } = intention;
  const from: PlatformUser = { platform: 'room', tenant: countyId, user: personId };
  const seen = await handle.look({ kind: 'looked', from, promptIds: [promptId] });
  if (seen.kind !== 'views' || seen.views[0]?.state !== 'open') return undefined;

  const mine: Draw = (matter) => draw(`${promptId} ${personId} ${matter}`);
  const key = `simulated/${promptId}/${personId}`;
  const pressed = pickButton(intention, mine);
  const first = pressed
    ? await handle.take({ ...pressed.incoming, key, from, promptId })
    : await handle.look({ kind: 'opened', from, promptId });
  if (first.kind !== 'form') return toAct(key, pressed?.label ?? '', first);

  const { language } = intention.message;
  const { form, basedOn, values: given } = first;
  const today = toLocal(intention.at, intention.zone).date;
  const answers = fillForm({ form, given, draw: mine, today, language });
  const entries = entriesOf(form, answers, language);
  const kept = await handle.take({ kind: 'submitted', key: `${key}/form`, from, promptId, entries, basedOn });
  return toAct(`${key}/form`, describeAnswers(form, answers, language), kept);
}

type Pressed =
  | { readonly kind: 'pressed'; readonly answers: Extract<Incoming, { kind: 'pressed' }>['answers'] }
  | { readonly kind: 'repeated' };

/** One of the card's buttons; of five people one opens the form instead. */
function pickButton({ message, promptId }: Intention, draw: Draw) {
  const buttons = message.buttons.flatMap((button): { label: string; incoming: Pressed }[] => {
    if (button.kind === 'link' || button.promptId !== promptId) return [];
    if (button.kind === 'answer')
      return [{ label: button.label, incoming: { kind: 'pressed', answers: button.answers } }];
    return button.kind === 'repeat' ? [{ label: button.label, incoming: { kind: 'repeated' } }] : [];
  });
  return draw('opens the form') < 0.2 ? undefined : pickEarly(buttons, draw('presses'));
}

function toAct(key: string, text: string, answer: Answer): Act {
  if (answer.kind !== 'receipt')
    throw new Error(`The simulated act ${key} was not kept but answered with ${answer.kind}.`);
  return { key, text, receipt: { number: answer.receipt, text: answer.text } };
}
