// CONTRACT: what every platform (web room, Teams, Slack) can do for the road: send, update, find, listen.
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { ConversationId, type DeliveryKey, PromptId } from './ids.ts';
import { Answers, type FieldFault, Form } from './message/form.ts';
import { Message } from './message/message.ts';
import { Language } from './text/language.ts';

export const PlatformName = z.enum(['room', 'teams', 'slack']);
export type PlatformName = z.infer<typeof PlatformName>;

/** A place on one platform. Its address is the platform's own (service URL, channel id …), opaque to everyone else. */
export const Conversation = z
  .object({
    id: ConversationId,
    platform: PlatformName,
    /** channel and chat belong to a group, personal to one person. */
    kind: z.enum(['channel', 'chat', 'personal']),
    name: z.string(),
    address: z.json(),
  })
  .readonly();
export type Conversation = z.infer<typeof Conversation>;

/** What the platform needs to find its message again. */
export const Sent = z.object({ ref: z.json() }).readonly();
export type Sent = z.infer<typeof Sent>;

/** One limit of a platform: at most `count` sends in any `perMs` milliseconds, within a conversation or within a tenant. */
export interface Limit {
  readonly scope: 'conversation' | 'tenant';
  readonly count: number;
  readonly perMs: number;
}
export type Pace = readonly Limit[];

/** Somebody on a platform, by the platform's own ids. Who that is in the directory is not the platform's to say. */
export const PlatformUser = z
  .object({
    platform: PlatformName,
    /** The workspace or organisation that vouches for the user. */
    tenant: z.string(),
    user: z.string(),
    /** The e-mail address the tenant vouches for, never one that was typed. Absent for a guest, whom it does not know. */
    email: z.email().exactOptional(),
  })
  .readonly();
export type PlatformUser = z.infer<typeof PlatformUser>;

export const LeftReason = z.enum(['removed', 'archived', 'deleted', 'blocked']);
export type LeftReason = z.infer<typeof LeftReason>;

const base = {
  /** The platform's own key of this act (activity id, event id, form nonce): the same act again has the same key. */
  key: z.string().min(1),
  from: PlatformUser,
};

/** Something a person did. Stored under its key before it is handled. */
export const Incoming = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('pressed'), promptId: PromptId, answers: Answers }).readonly(),
  z.object({ ...base, kind: z.literal('repeated'), promptId: PromptId }).readonly(),
  /** Wants whoever stands behind them to answer instead. */
  z.object({ ...base, kind: z.literal('delegated'), promptId: PromptId }).readonly(),
  z
    .object({
      ...base,
      kind: z.literal('submitted'),
      promptId: PromptId,
      /** As typed: the form turns them into answers. */
      entries: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      /** The version of the reply that the person saw and changes; 0 for a first answer. */
      basedOn: z.int().min(0),
    })
    .readonly(),
  /** Put aside half-written, to go on with another time. */
  z
    .object({
      ...base,
      kind: z.literal('drafted'),
      promptId: PromptId,
      entries: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
      basedOn: z.int().min(0),
    })
    .readonly(),
  /** `at` is where it was written, on platforms that have more places than one's own. */
  z.object({ ...base, kind: z.literal('wrote'), text: z.string(), at: Conversation.exactOptional() }).readonly(),
]);
export type Incoming = z.infer<typeof Incoming>;

/** What became of the bot's place in a conversation. */
export const Belonging = z.discriminatedUnion('kind', [
  /** It can write there from now on: it was put in, installed, let back in. `from` is who did it. */
  z.object({ ...base, kind: z.literal('joined'), at: Conversation }).readonly(),
  /** It can no longer write there. */
  z.object({ ...base, kind: z.literal('left'), at: Conversation, reason: LeftReason }).readonly(),
  /** The conversation goes by another name, or is reached at another address. */
  z.object({ ...base, kind: z.literal('renamed'), at: Conversation }).readonly(),
  /** It can no longer write anywhere in the tenant of `from`: it was uninstalled, or its token was revoked. */
  z.object({ ...base, kind: z.literal('uninstalled') }).readonly(),
]);
export type Belonging = z.infer<typeof Belonging>;

/** A question that changes nothing: it is answered, not stored. */
export type Look =
  /** Wants the form, perhaps with an answer already pressed. */
  | { readonly kind: 'opened'; readonly from: PlatformUser; readonly promptId: PromptId; readonly answers?: Answers }
  /** Shows these prompts to this person: where does each stand for them? */
  | { readonly kind: 'looked'; readonly from: PlatformUser; readonly promptIds: readonly PromptId[] }
  /** Comes to where everything is that is theirs. */
  | { readonly kind: 'home'; readonly from: PlatformUser };

/** Where a prompt stands for one person. */
export const PromptView = z
  .object({
    promptId: PromptId,
    state: z.enum(['open', 'answered', 'closed', 'not-asked']),
    /** In words: "Ditt svar: ▲ Gul, 11 mars (kvitto 7F3A-21)". */
    status: z.string().optional(),
    values: Answers,
    basedOn: z.int().min(0),
    /** There is an answer from last time that "ingen förändring" would repeat. */
    canRepeat: z.boolean(),
  })
  .readonly();
export type PromptView = z.infer<typeof PromptView>;

const Fault = z.object({ field: z.string(), message: z.string() }).readonly() satisfies z.ZodType<FieldFault>;

const shownForm = {
  promptId: PromptId,
  /** The person's own. All that stands around the fields speaks it too, whatever their client speaks. */
  language: Language,
  title: z.string(),
  form: Form,
  /** What stands in the fields: answers, or what was typed. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])),
  basedOn: z.int().min(0),
  /** No answer to anything: what it comes to is shown first, and nothing is kept before that is confirmed. */
  isPreviewed: z.literal(true).exactOptional(),
};

/** Said to everybody in the conversation where it was asked for. Left out, it is for the person alone. */
const isForAll = z.literal(true).exactOptional();

/**
 * What the person gets back at once. A dialog in Teams, a modal in Slack and a page in the room are the same step.
 *
 * It is for this person alone, unless it says that it is for all: where others read along, a platform shows it to the
 * person only (in Slack) or in their own chat (in Teams), and lets nobody else see a word of it.
 */
export const Answer = z.discriminatedUnion('kind', [
  /** Kept. The card, where there is one, shows the new state. */
  z.object({ kind: z.literal('receipt'), text: z.string(), receipt: z.string(), card: Message.optional() }).readonly(),
  /** Fill this in; `notice` says why, where it was not asked for. */
  z.object({ kind: z.literal('form'), ...shownForm, notice: z.string().optional() }).readonly(),
  /** Not kept: mend these fields. `text` says it as a whole. */
  z.object({ kind: z.literal('faults'), ...shownForm, text: z.string(), faults: z.array(Fault).readonly() }).readonly(),
  z.object({ kind: z.literal('card'), message: Message, isForAll }).readonly(),
  /** Several, one after the other, for this person alone. */
  z.object({ kind: z.literal('cards'), messages: z.array(Message).readonly() }).readonly(),
  z.object({ kind: z.literal('views'), views: z.array(PromptView).readonly() }).readonly(),
  z.object({ kind: z.literal('note'), text: z.string(), isForAll }).readonly(),
  z.object({ kind: z.literal('nothing') }).readonly(),
]);
export type Answer = z.infer<typeof Answer>;

/** What main.ts gives every platform: the way up. */
export interface Handle {
  /** Stores and handles what a person did; the same key again gives the same answer and changes nothing. */
  take(incoming: Incoming): Promise<Answer>;
  look(look: Look): Promise<Answer>;
  /** The same again changes nothing. What is answered is said in that conversation, to everybody there. */
  notice(belonging: Belonging): Promise<Answer>;
}

export interface Platform {
  readonly name: PlatformName;
  /** Its limits, as data; the outbox keeps them. */
  readonly pace: Pace;
  /**
   * The tenant (workspace, organisation) whose limits a conversation shares. Nothing is sent or updated in one whose
   * county does not list it: the outbox looks before each. Throws PlatformError where the address cannot be read.
   */
  tenantOf(conversation: Conversation): string;
  /**
   * Posts a message once. Throws PlatformError: permanent (nobody will ever get it there), later (try again,
   * perhaps after a while) or unknown (it may have arrived: look with `find` first).
   */
  send(to: Conversation, message: Message, key: DeliveryKey): Promise<Sent>;
  /** Shows a new version in place. Throws PlatformError with code "gone" where the post was deleted. */
  update(to: Conversation, sent: Sent, message: Message): Promise<void>;
  /** Did this key arrive? */
  find(to: Conversation, key: DeliveryKey): Promise<Sent | undefined>;
  /**
   * Has an attempt under this key ever set out? Where a worker died before it did, the moment that was promised to it is
   * free for others. Absent where a moment more or less does not matter.
   */
  hasBegun?(key: DeliveryKey): Promise<boolean>;
  /**
   * Everybody in a group's conversation, with the addresses that the tenant vouches for. Absent where people are known
   * without it.
   */
  listMembers?(of: Conversation): Promise<readonly PlatformUser[]>;
  /**
   * The personal conversation with somebody, opened where there is none: the same again for the same user. `near` is a
   * conversation that the bot shares with them. Absent where everybody has one from the beginning.
   */
  openPersonal?(user: PlatformUser, near: Conversation): Promise<Conversation>;
  /** Forgets what it kept of its own and nobody needs any more. Asked for once a day. Absent where nothing is kept. */
  tidy?(): Promise<void>;
  /** Its HTTP door. Mounted by main.ts at the platform's own path. */
  listen(handle: Handle): RequestHandler;
}
