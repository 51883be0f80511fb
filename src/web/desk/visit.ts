// One person on one page of the desk, now: what every page is made from.

import type { Entries } from '../../message/entries.ts';
import type { FieldFault } from '../../message/form.ts';
import type { Texts } from '../../text/texts.ts';
import type { DeskSetting } from './desk-setting.ts';
import type { DeskVisitor } from './entrance/desk-session.ts';

export interface Visit {
  readonly setting: DeskSetting;
  readonly visitor: DeskVisitor;
  /** Without what is asked after it: "/desk/calls/tia-2019-1". */
  readonly path: string;
  /** The last part of the address of one thing: "tia-2019-1". */
  readonly slug: string;
  /** Of the address, as it was written. */
  readonly query: Readonly<Record<string, unknown>>;
  /** What came of what the person just did. */
  readonly outcome?: Outcome | undefined;
}

/** What a POST is answered with: what came of it, another address, or a page of its own. */
export type Posted =
  | Outcome
  | { readonly kind: 'led'; readonly url: string }
  | { readonly kind: 'shown'; readonly html: string; readonly status: number };

export type DoneWord = keyof Texts['deskPages']['done'];

export type Outcome =
  | { readonly kind: 'done'; readonly word: DoneWord }
  /** Not done, and why. */
  | { readonly kind: 'refused'; readonly text: string }
  /** Not done: mend these fields of the form about `slug`. What was typed is still there. */
  | {
      readonly kind: 'faults';
      readonly slug: string;
      readonly text: string;
      readonly faults: readonly FieldFault[];
      readonly values: Entries;
    };
