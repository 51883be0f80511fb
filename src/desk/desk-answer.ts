// What whoever stands at the desk gets back, whatever the door: a form, what is wrong with it, a preview, an outcome.
import type { Entries } from '../message/entries.ts';
import type { Answers, FieldFault } from '../message/form.ts';
import type { Opened, Preview, Refused } from './desk-act.ts';
import type { DeskRef } from './desk-subject.ts';
import type { Draft } from './draft.ts';

export type DeskAnswer =
  | ({ readonly kind: 'refused' } & Refused)
  /** Fill this in. */
  | { readonly kind: 'form'; readonly draft: Draft; readonly opened: WithForm; readonly values: Answers }
  /** Not kept: mend these fields. What was typed is still there. */
  | {
      readonly kind: 'faults';
      readonly draft: Draft;
      readonly opened: WithForm;
      readonly values: Entries;
      readonly text: string;
      readonly faults: readonly FieldFault[];
    }
  /** This is what happens once it is confirmed under the preview's seal; `notice` says why it is shown again. */
  | {
      readonly kind: 'preview';
      readonly draft: Draft;
      /** Of the act: "Flytta: Beredningsgruppens möte 24 oktober". */
      readonly title: string;
      readonly preview: Preview;
      readonly notice?: string;
    }
  /** Done, now or before. */
  | { readonly kind: 'done'; readonly said: string; readonly ref: DeskRef; readonly receipt: string };

export type WithForm = Opened & Required<Pick<Opened, 'form'>>;
