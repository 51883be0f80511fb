// What a platform brings to its suite: one conversation, one person in it, and what that person does and sees.
import type { PromptId } from '../../src/ids.ts';
import type { Answers } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import type { Conversation, Handle, Platform, PlatformUser, Sent } from '../../src/platform.ts';

/** Something that a person does on a platform. */
export type Deed =
  | { readonly kind: 'press'; readonly promptId: PromptId; readonly answers: Answers }
  | { readonly kind: 'repeat' | 'delegate'; readonly promptId: PromptId }
  | {
      readonly kind: 'submit';
      readonly promptId: PromptId;
      readonly entries: Readonly<Record<string, string>>;
      readonly basedOn: number;
    }
  | { readonly kind: 'write'; readonly text: string };

/** Something that becomes of the bot's place in the conversation. */
export type Turn = 'joined' | 'left' | 'renamed';

/** A platform with one conversation and one person in it, who reads and acts as people do there. */
export interface PlatformHarness {
  readonly platform: Platform;
  readonly conversation: Conversation;
  /** The person who acts. */
  readonly user: PlatformUser;
  /** Everybody in the conversation, where the platform can tell. */
  readonly members?: readonly PlatformUser[];
  /** There are several places to write in, and what is written names its own. */
  readonly hasPlaces?: boolean;
  /** All that the reader sees of every post in the conversation, or in another one, newest last. */
  readPosts(of?: Conversation): Promise<readonly string[]>;
  /** Somebody deletes the post. */
  deletePost(sent: Sent): Promise<void>;
  /** Does it, and tells what the person is shown at once. */
  perform(deed: Deed): Promise<string>;
  /** The last deed once more, exactly as it was sent: a double click, a retry, a reload. */
  performAgain(): Promise<string>;
  /** A deed that does not show who does it, as a stranger could send it. */
  forge(deed: Deed): Promise<void>;
  /** The bot is put into the conversation or thrown out, or it gets another name; by the person who acts. */
  turn?(turn: Turn): Promise<void>;
  /** Whom the platform names as having done it, where that is somebody else than the person who acts. */
  nameTurner?(turn: Turn): PlatformUser;
  /** The last turn once more, exactly as it was told. */
  turnAgain?(): Promise<void>;
  /** A turn that a stranger tells of. */
  forgeTurn?(turn: Turn): Promise<void>;
  /** Ends what is stored of earlier tests. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** What a platform cannot do: said by name, and left out of the suite by name. */
export type Inability =
  | 'delete'
  | 'repeat'
  | 'delegate'
  | 'write'
  | 'show-card'
  | 'tell-all'
  | 'belong'
  | 'rename'
  | 'list-members'
  | 'open-personal';

export interface PlatformUnderTest {
  readonly name: string;
  open(handle: Handle): Promise<PlatformHarness>;
  /** Breaks one of its limits. */
  readonly tooLarge: Message;
  readonly cannot?: readonly Inability[];
}
