// CONTRACT: what a coordinator, or a convener for their own groups, does to one thing: open, check, preview, do.
import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/zone.ts';
import type { Db, Tx } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import type { Answers, FieldFault, Form } from '../message/form.ts';
import type { Message } from '../message/message.ts';
import type { ChangedField } from '../records/change.ts';
import type { Post } from '../reminders/post.ts';
import type { Road } from '../reminders/road.ts';
import type { DueKind } from '../topic.ts';
import type { Asker } from './asker.ts';
import type { DeskKind, DeskRef, DeskSubject, Told } from './desk-subject.ts';

/** "new" makes a subject; every other act is about one that is there. */
export const DeskActName = z.enum([
  'new',
  'change',
  'move',
  'pause',
  'resume',
  'cancel',
  'nudge',
  'resend',
  'close',
  'prolong',
  'reopen',
]);
export type DeskActName = z.infer<typeof DeskActName>;

/** One act at one moment. The same moment for everything that is read, checked and written. */
export interface DeskAsking {
  readonly road: Road;
  readonly asker: Asker;
  readonly county: County;
  readonly now: Instant;
  readonly today: LocalDate;
  /** What a "new" is called by, the same however often it is done: "kalmar/7f3a21c0b2d4". */
  readonly newId: string;
  /** Absent for a "new". */
  readonly subject?: DeskSubject;
}

export interface Opened {
  readonly title: string;
  /** Absent where there is nothing to fill in: the preview comes at once. */
  readonly form?: Form;
  /** What stands in the fields: as it is now. Compared with what is sent, it is also the trace. */
  readonly values: Answers;
  /** What to know before filling it in. */
  readonly notice?: string;
}

/** Not allowed, or nothing to do: in words. */
export interface Refused {
  readonly refused: string;
}

export interface Applied {
  /** Said when it is done: "Mötet är sparat." */
  readonly said: string;
  readonly ref: DeskRef;
  /** What the preview is to say besides. */
  readonly note?: string;
  /** Others of the same kind that it was done to as well, by id: of a series. */
  readonly others?: readonly string[];
  /** What the act is about on the road: the preview shows what is sent of these. */
  readonly told: readonly Told[];
  /** As they were kept, where that is not as they were typed: "13.00" for "13". */
  readonly values?: Answers;
  /** What has changed beside the fields of the form. */
  readonly fields?: readonly ChangedField[];
}

export interface DeskAct {
  readonly name: DeskActName;
  readonly kind: DeskKind;
  /** The form in the asker's language, with what stands now; or why there is none. Asked again before it is done. */
  open(db: Db, asking: DeskAsking): Promise<Opened | Refused>;
  /** What is wrong beyond what the form itself says, all at once. */
  check?(db: Db, asking: DeskAsking, answers: Answers): Promise<readonly FieldFault[]>;
  /** Everything that follows from it, in one transaction and without a network: for a preview it is rolled back. */
  apply(tx: Tx, asking: DeskAsking, answers: Answers): Promise<Applied | Refused>;
}

/** One message to one or more conversations, at one moment. */
export interface PlannedSend {
  /** Of the occurrence. */
  readonly key: string;
  readonly kind: DueKind;
  readonly at: Instant;
  /** It is sent as soon as the act is done. */
  readonly isNow: boolean;
  /** Only those who have not answered by then get it, and these are all who may. */
  readonly isForSilent: boolean;
  /** As the asker would read it, where somebody gets it in their language. */
  readonly message: Message;
  /** To each conversation, in the language that is spoken there. */
  readonly posts: readonly Post[];
}

/** What the act comes to, before it is done: the road itself was asked, and everything was taken back. */
export interface Preview {
  /** In sentences: what is sent, to how many, what is not sent any more, and what to mind. */
  readonly words: readonly string[];
  readonly fields: readonly ChangedField[];
  /** In order of time; all that comes from now on. */
  readonly sends: readonly PlannedSend[];
  /** The same for the same preview. What is confirmed under another is shown anew instead. */
  readonly seal: string;
}
