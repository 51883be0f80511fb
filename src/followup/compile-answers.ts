// The answers to the questions of the yearly follow-up, question by question, with who answered.
import { toIsoWithOffset, type ZoneName } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import { type Answers, type AnswerValue, type Field, Light } from '../message/form.ts';
import { textsIn } from '../text/texts.ts';
import type { Authors } from './authors.ts';
import { type FollowUpReply, listFollowUpReplies } from './follow-up-answers-store.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import type { FollowUpAnswer } from './report.ts';

export interface AnswerYear extends YearOfCounty {
  readonly zone: ZoneName;
  readonly authors: Authors;
}

/** In the order in which the questions were put: all that was said of one area stands together. */
export async function compileAnswers(db: Db, answerYear: AnswerYear): Promise<readonly FollowUpAnswer[]> {
  const { authors, zone } = answerYear;
  const replies = await listFollowUpReplies(db, answerYear);
  await authors.meet(replies.map(({ personId }) => personId));
  const told = replies.flatMap((reply) => listAnswers(reply, { authors, zone }));
  const put = replies.flatMap((reply) => placeQuestions(reply).map(({ about, label }) => nameQuestion(about, label)));
  const order = new Map([...new Set(put)].map((name, index) => [name, index]));
  const placeOf = ({ about, question }: FollowUpAnswer) => order.get(nameQuestion(about, question)) ?? 0;
  return told.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function nameQuestion(about: string, question: string): string {
  return `${about}\n${question}`;
}

type PlacedQuestion = Field & { readonly about: string };

/** A heading holds until the next one; before the first, the title does. */
function placeQuestions({ title, questions }: FollowUpReply): readonly PlacedQuestion[] {
  let about = title;
  return questions.map((question) => {
    about = question.section ?? about;
    return { ...question, about };
  });
}

interface Telling {
  readonly authors: Authors;
  readonly zone: ZoneName;
}

function listAnswers(reply: FollowUpReply, { authors, zone }: Telling): readonly FollowUpAnswer[] {
  const { answers, personId, organisationId, isLate, receipt, repliedAt } = reply;
  const by = authors.describe(personId, organisationId);
  const common = { by, isLate, receipt, at: toIsoWithOffset(repliedAt, zone) };
  return placeQuestions(reply).flatMap((question) => {
    const value = findValue(answers, question);
    if (value === undefined) return [];
    const { about, label } = question;
    return [{ ...common, about, question: label, answer: showValue(question, value) }];
  });
}

function findValue(answers: Answers, { key }: Field): AnswerValue | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

/** As the form had it: the label of what was chosen, a light by its shape and word. */
function showValue(question: Field, value: AnswerValue): string {
  const options = 'options' in question ? question.options : [];
  const show = (one: string | number) => {
    const light = Light.safeParse(one);
    if (question.kind === 'light' && light.success) return textsIn('sv').lights.name(light.data);
    return options.find((option) => option.value === one)?.label ?? String(one);
  };
  return [value].flat().map(show).join(', ');
}
