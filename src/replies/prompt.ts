// Something asked: its form, who is asked, and until when. Several reminders may carry the same prompt.
import type { Instant } from '../calendar/zone.ts';
import {
  type CountyId,
  type GroupId,
  type OrganisationId,
  type PersonId,
  PromptId,
  type SubjectId,
  toStableUuid,
} from '../ids.ts';
import type { Form } from '../message/form.ts';
import type { Language } from '../text/language.ts';
import type { TopicKind } from '../topic.ts';

export interface Prompt {
  readonly id: PromptId;
  readonly countyId: CountyId;
  readonly topic: TopicKind;
  readonly subjectId: SubjectId;
  readonly question: string;
  readonly period: string;
  readonly title: string;
  readonly language: Language;
  /** As it was sent. Answers are checked against this, whatever the topic asks by now. */
  readonly form: Form;
  readonly answerPer: 'person' | 'organisation';
  readonly groupId?: GroupId;
  /** The prompts that it is a part of. */
  readonly partOfIds: readonly PromptId[];
  readonly answerBy: Instant;
  readonly closesAt: Instant;
  readonly closedAt?: Instant;
}

/** Somebody a prompt asks, on behalf of an organisation, perhaps instead of another person. */
export interface AskedPerson {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly municipalityCode?: string;
  readonly groupId?: GroupId;
  readonly insteadOfId?: PersonId;
  /** Nobody waits for this person's answer any more. */
  readonly isReleased?: true;
}

/** The stable name of a prompt: one question of one subject. */
export function toPromptKey(topic: TopicKind, subjectId: SubjectId, question: string): string {
  return `${topic}:${subjectId}:${question}`;
}

export function toPromptId(topic: TopicKind, subjectId: SubjectId, question: string): PromptId {
  return PromptId.parse(toStableUuid(toPromptKey(topic, subjectId, question)));
}

/** What answers once: the person, or the organisation as a whole. */
export function toUnit(
  answerPer: Prompt['answerPer'],
  asked: Pick<AskedPerson, 'personId' | 'organisationId'>,
): string {
  return answerPer === 'person' ? `person:${asked.personId}` : `organisation:${asked.organisationId}`;
}

/** Nobody but a coordinator changes an answer any more. */
export function isClosed(prompt: Pick<Prompt, 'closedAt' | 'closesAt'>, now: Instant): boolean {
  return prompt.closedAt !== undefined || prompt.closesAt <= now;
}
