// What people do at a platform, the same on all of them: write, fill in, press, and see what comes.
import type { Entries } from '../../src/message/entries.ts';

/** What somebody was shown. */
export interface Seen {
  readonly text: string;
  /** Piece by piece, as it is laid out: one item of a list is one. */
  readonly lines: readonly string[];
  /** Fills in the form that is shown, and sends it. */
  fill(entries: Entries): Promise<Seen>;
  /** Presses the button with these words. */
  press(words: string): Promise<Seen>;
}

export interface Hand {
  /** Says something to Samverk in their own place. */
  write(text: string): Promise<Seen>;
  /** Says it, and opens the form that it leads to. */
  open(text: string): Promise<Seen>;
  /** Presses the button with these words on the newest message of their own that has it. */
  press(words: string): Promise<Seen>;
}

/** One message that came by itself. */
export interface Arrived {
  /** "Beredningsgruppen (Teams)"; undefined where it is somebody's own. */
  readonly channel?: string;
  readonly text: string;
}

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** A platform with a county's people on it, and how they reach Samverk there. */
export interface Site {
  /** What the county's file says of it. */
  readonly tenants: { readonly teams: readonly string[]; readonly slack: readonly string[] };
  enter(someone: Someone): Hand;
  /** Samverk is let into the group's conversation, and somebody there says whose it is. */
  bind(group: string, by: Someone, members: readonly Someone[]): Promise<Seen>;
  /** All that stands in anybody's conversations, oldest first in each. */
  read(everybody: readonly Someone[]): Promise<ReadonlyMap<string, readonly Arrived[]>>;
}
