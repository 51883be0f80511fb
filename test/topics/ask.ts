// Asks and answers the way the road does, one occurrence at a time and without a network.
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../src/calendar/zone.ts';
import type { Db } from '../../src/database/open.ts';
import type { PersonId } from '../../src/ids.ts';
import type { Answers } from '../../src/message/form.ts';
import { readOpenPrompt } from '../../src/reminders/due.ts';
import { keepReply } from '../../src/replies/keep-reply.ts';
import type { Prompt } from '../../src/replies/prompt.ts';
import { toPromptKey } from '../../src/replies/prompt.ts';
import { addAsked, findPromptByKey, openPrompt } from '../../src/replies/prompt-store.ts';
import type { Due, PlannedDate, Recipient, Subject, Topic } from '../../src/topic.ts';

export type AskingTopic = Topic & Required<Pick<Topic, 'asks'>>;

/** The occurrence of a planned date, told at its time. */
export function toDue({ countyId, id }: Subject, planned: PlannedDate): Due {
  const { step, kind, date, at, question } = planned;
  return { countyId, subjectId: id, step, kind, date, now: at, ...(question !== undefined && { question }) };
}

/** The occurrence of one step, wherever the topic has put it. */
export async function findDue(db: Db, topic: Topic, subject: Subject, step: string): Promise<Due> {
  const dates = await topic.dates(db, subject);
  const planned = dates.find((one) => one.step === step);
  if (!planned) throw new Error(`No step ${step} among ${dates.map((one) => one.step).join(', ')}`);
  return toDue(subject, planned);
}

type Person = Extract<Recipient, { kind: 'person' }>;

/** Opens the prompt of an occurrence for its audience, and returns the occurrence with it. */
export async function ask(db: Db, topic: AskingTopic, due: Due): Promise<Due> {
  const { question = '', countyId, subjectId: id } = due;
  const asks = await topic.asks(db, due, 'sv');
  if (!asks) throw new Error(`It does not ask ${question} any more`);
  const prompt = await openPrompt(db, { countyId, id, topic: topic.kind, question }, asks, 'sv');
  const audience = await topic.audience(db, due);
  await addAsked(
    db,
    prompt,
    audience.filter((one): one is Person => one.kind === 'person' && one.isAsked),
  );
  return lookAgain(db, topic, due, due.now);
}

/** The occurrence with its prompt as it stands at an instant. */
export async function lookAgain(db: Db, topic: Topic, due: Due, now: Instant): Promise<Due> {
  return { ...due, prompt: await readOpenPrompt(db, await readPrompt(db, topic, due), now) };
}

export interface Answering {
  readonly from: PersonId;
  readonly answers: Answers;
  readonly at: Instant;
}

/** Keeps the answer of somebody asked and lets the topic draw its conclusion. */
export async function answer(db: Db, topic: Topic, due: Due, { from, answers, at }: Answering): Promise<void> {
  const { prompt: before } = await lookAgain(db, topic, due, at);
  const asked = before?.standing.asked.find(({ personId }) => personId === from);
  if (!asked) throw new Error(`${from} is not asked`);
  const { unit, organisationId } = asked;
  const kept = await keepReply(db, {
    prompt: await readPrompt(db, topic, due),
    person: { id: from, organisationId },
    answers,
    at,
    incomingId: randomUUID(),
    isCopy: false,
  });
  if (kept.kind !== 'kept') throw new Error(`The answer was not kept: ${kept.kind}`);
  const after = await lookAgain(db, topic, due, at);
  const { receipt, isLate } = kept.reply;
  await topic.onAnswers?.(db, after, { unit, personId: from, organisationId, answers, receipt, isLate, at });
}

async function readPrompt(db: Db, topic: Topic, due: Due): Promise<Prompt> {
  const prompt = await findPromptByKey(db, toPromptKey(topic.kind, due.subjectId, due.question ?? ''));
  if (!prompt) throw new Error(`Nobody has been asked ${due.question}`);
  return prompt;
}
