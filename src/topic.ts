// CONTRACT: what every topic (call, meeting, plan …) tells the road: when, whom, what, so what.
import { z } from 'zod';
import type { LocalDate, LocalTime } from './calendar/local-date.ts';
import type { Instant } from './calendar/zone.ts';
import type { Db } from './database/open.ts';
import type { CountyId, GroupId, OrganisationId, PersonId, PromptId, SubjectId } from './ids.ts';
import type { Answers, Form } from './message/form.ts';
import type { Message } from './message/message.ts';
import type { Language } from './text/language.ts';

export const TopicKind = z.enum([
  'call',
  'meeting',
  'plan',
  'followup',
  'contact',
  'need',
  'event',
  'survey',
  'memo',
  'watch',
]);
export type TopicKind = z.infer<typeof TopicKind>;

/** One thing a topic speaks about: this call, this meeting, an owner's part of a plan. */
export interface Subject {
  readonly countyId: CountyId;
  readonly id: SubjectId;
}

/**
 * - reminder: tells, and asks where it has a question
 * - nudge: repeats the question to those who have not answered
 * - escalation: tells the convener and the coordinator who has not answered
 */
export type DueKind = 'reminder' | 'nudge' | 'escalation';

/**
 * What to do with one that was missed while the service was down:
 * - send: send it late
 * - summarise: of a subject's missed ones, send the newest, which says the same and more
 * - drop: it has lost its point
 */
export type WhenLate = 'send' | 'summarise' | 'drop';

/** One date of a subject's ladder. */
export interface PlannedDate {
  /** Stable within the subject, as "-14" or "march:open". With the local date it makes the key. */
  readonly step: string;
  readonly kind: DueKind;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly at: Instant;
  /** From here on it is never sent, however late the service was. */
  readonly usefulTo: Instant;
  readonly whenLate: WhenLate;
  /** The question it carries. Dates with the same question share one prompt: answering one answers all. */
  readonly question?: string;
}

/** An occurrence that is due, as a topic sees it. */
export interface Due {
  readonly countyId: CountyId;
  readonly subjectId: SubjectId;
  readonly step: string;
  readonly kind: DueKind;
  readonly date: LocalDate;
  /** When it is told. What is said depends on it, also when the card is shown anew later. */
  readonly now: Instant;
  readonly question?: string;
  /** There where the occurrence asks, once its prompt exists. */
  readonly prompt?: OpenPrompt;
}

export interface OpenPrompt {
  readonly id: PromptId;
  readonly form: Form;
  readonly answerBy: Instant;
  readonly isClosed: boolean;
  readonly standing: Standing;
}

/** Where a prompt stands: everybody asked, and the answers so far, one per unit (person or organisation). */
export interface Standing {
  readonly asked: readonly Asked[];
  /** Those who were asked and need not answer any more; what they had answered stays among the replies. */
  readonly released: readonly Asked[];
  readonly replies: readonly Replied[];
}

export interface Asked {
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  readonly unit: string;
  readonly insteadOfId?: PersonId;
}

export interface Replied {
  readonly unit: string;
  readonly personId: PersonId;
  readonly organisationId: OrganisationId;
  /** Who is away or has left, where somebody answered instead. */
  readonly insteadOfId?: PersonId;
  readonly answers: Answers;
  readonly receipt: string;
  readonly isLate: boolean;
  readonly at: Instant;
}

/** What a subject asks under one question. */
export interface Asks {
  /** The prompt's title: "Avstämning mars: Språkstöd på arbetsplatsen". */
  readonly title: string;
  /** What the answers are about in time: "2019", "2019-mars". Stored with every reply. */
  readonly period: string;
  readonly form: Form;
  readonly answerPer: 'person' | 'organisation';
  /** The group on whose behalf it is asked; its convener is told of those who stay silent. */
  readonly groupId?: GroupId;
  /** The questions that this one is a part of: what is answered here shows there, and who is silent is told of there. */
  readonly partOf?: readonly { readonly subjectId: SubjectId; readonly question: string }[];
  readonly opensAt: Instant;
  /** Said to people. Answers after it are kept and marked late. */
  readonly answerBy: Instant;
  /** From here on only a coordinator may change an answer, with a reason. */
  readonly closesAt: Instant;
}

/** Whom a message is for: a group, in its conversations, or a person, in theirs. */
export type Recipient =
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | {
      readonly kind: 'person';
      readonly personId: PersonId;
      readonly organisationId: OrganisationId;
      /** True where the person is asked, false where only told. */
      readonly isAsked: boolean;
      readonly groupId?: GroupId;
      readonly municipalityCode?: string;
      /** The person who is away, where this one is the substitute. */
      readonly insteadOfId?: PersonId;
    };

export interface Topic {
  readonly kind: TopicKind;
  /** What was answered last time stands in the form of the next question, to be left as it is or changed. */
  readonly remembers?: boolean;
  /** When: every date of the subject, past ones too, computed anew from what is stored. */
  dates(db: Db, subject: Subject): Promise<readonly PlannedDate[]>;
  /** The subjects that may have a date in the window; planning looks at these again. */
  upcoming(db: Db, window: { readonly from: Instant; readonly to: Instant }): Promise<readonly Subject[]>;
  /** Whom. Asked for reminders only, with those who have answered in `due.prompt`; nudges and escalations follow from who is silent. */
  audience(db: Db, due: Due): Promise<readonly Recipient[]>;
  /** What it asks under `due.question`; undefined where that is not asked any more. */
  asks?(db: Db, due: Due, language: Language): Promise<Asks | undefined>;
  /** What is said. With a prompt, also its progress and its buttons. */
  message(db: Db, due: Due, language: Language): Promise<Message>;
  /** Who of those asked need not answer any more, after somebody else's answer? */
  released?(db: Db, due: Due): Promise<readonly PersonId[]>;
  /** So what: called in the transaction that keeps the reply, with the reply's prompt in `due`. */
  onAnswers?(db: Db, due: Due, replied: Replied): Promise<void>;
}

export type Topics = Readonly<Record<TopicKind, Topic>>;
