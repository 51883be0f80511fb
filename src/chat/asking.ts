// What a command is told, and what it may do.
import type { Tx } from '../database/open.ts';
import type { Person } from '../directory/person.ts';
import type { Answer, Conversation, Platform, PlatformUser } from '../platform.ts';
import type { Road } from '../reminders/road.ts';

/** What is behind the door: the road, and the platforms for what they alone can tell. */
export interface House {
  readonly road: Road;
  readonly platforms: readonly Platform[];
}

export interface Asking extends House {
  readonly person: Person;
  readonly from: PlatformUser;
  /** Where it was written, on platforms that have more places than one's own. */
  readonly at?: Conversation;
  /** What stood after the command's word. */
  readonly rest: string;
}

export interface Doing {
  readonly answer: Answer;
  /** What is stored instead, where the answer tells something that nobody should find later: said to whoever sends the same act again. */
  readonly kept?: Answer;
  /** Done in the transaction that marks the act as handled: once. */
  readonly write?: (tx: Tx) => Promise<void>;
  /** The same, where what is answered is known only once it is written: that is said instead. */
  readonly conclude?: (tx: Tx) => Promise<Answer>;
}

export function say(text: string): Doing {
  return { answer: { kind: 'note', text } };
}
