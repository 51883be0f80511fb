// "nytt möte", "flytta beredningsgruppen", "ställ in enkäten": an act at the desk, by its name.

import type { Tx } from '../database/open.ts';
import { isPossible } from '../desk/acts.ts';
import { hasDesk } from '../desk/asker.ts';
import { type AtDesk, begin, stepUp } from '../desk/desk.ts';
import type { DeskActName } from '../desk/desk-act.ts';
import type { DeskSubject } from '../desk/desk-subject.ts';
import type { Button, Message } from '../message/message.ts';
import { formatDate } from '../text/format.ts';
import { textsIn } from '../text/texts.ts';
import { type Asking, type Doing, say } from './asking.ts';
import { readKind, seek } from './desk-find.ts';
import { SHOW, sayAtDesk } from './desk-say.ts';

export async function createAtDesk({ road, person, rest }: Asking): Promise<Doing> {
  const { desk, deskChat } = textsIn(person.language);
  const at = await stepUp(road, person);
  if (!hasDesk(at.asker)) return say(desk.notAllowed);
  const kind = rest
    .split(' ')
    .map(readKind)
    .find((one) => one !== undefined);
  if (!kind) return say(deskChat.whatNew);
  return beginInChat(at, { act: 'new', kind });
}

async function beginInChat(at: AtDesk, wanted: Parameters<typeof begin>[1]): Promise<Doing> {
  const { answer, conclude } = await begin(at, wanted);
  return {
    answer: sayAtDesk(at, answer),
    ...(conclude && { conclude: async (tx: Tx) => sayAtDesk(at, await conclude(tx)) }),
  };
}

/** So many can be chosen from a card. */
const MOST = 8;

export async function steer(act: Exclude<DeskActName, 'new'>, { road, person, rest }: Asking): Promise<Doing> {
  const { desk, deskChat } = textsIn(person.language);
  const at = await stepUp(road, person);
  if (!hasDesk(at.asker)) return say(desk.notAllowed);
  const { found, all } = await seek(at, rest);
  if (all.length === 0) return say(deskChat.none);
  const [only, second] = found;
  if (only && !second) return beginInChat(at, { act, kind: only.kind, subjectId: only.id });
  const offered = found.length > 0 ? found : all;
  const able = await listAble(at, act, offered);
  if (able.length === 0) return say(deskChat.noneAble(deskChat.verbs[act]));
  const text = found.length === 0 ? deskChat.unknown(rest) : deskChat.which;
  return offerSubjects(at, { act, text, subjects: able });
}

async function listAble(at: AtDesk, act: DeskActName, subjects: readonly DeskSubject[]) {
  const able: DeskSubject[] = [];
  for (const subject of subjects) {
    if (await isPossible({ ...at, newId: subject.id, subject }, act)) able.push(subject);
  }
  return able;
}

interface Offered {
  readonly act: DeskActName;
  readonly text: string;
  readonly subjects: readonly DeskSubject[];
}

/** One button for each: behind it lies a draft that nobody may ever fill in. */
async function offerSubjects(at: AtDesk, { act, text, subjects }: Offered): Promise<Doing> {
  const { language } = at.asker.person;
  const { deskChat } = textsIn(language);
  const shown = subjects.slice(0, MOST);
  const rest = subjects.length - shown.length;
  const { buttons, write } = await offer(
    at,
    shown.map((subject) => ({ act, subject, label: subject.title })),
  );
  const items = shown.map(({ title, day }) => deskChat.item(title, formatDate(day, language, at.today)));
  const message: Message = {
    language,
    title: deskChat.acts[act === 'new' ? 'change' : act],
    parts: [
      { kind: 'text', text },
      { kind: 'list', title: deskChat.whichList, items: [...items, ...(rest > 0 ? [deskChat.more(rest)] : [])] },
    ],
    buttons,
  };
  return { answer: { kind: 'card', message }, write };
}

export interface Offer {
  readonly act: DeskActName;
  readonly subject: DeskSubject;
  readonly label: string;
}

export interface Offers {
  readonly buttons: readonly Button[];
  /** Why what else was asked for is not there just now. */
  readonly refused: readonly string[];
  readonly write: (tx: Tx) => Promise<void>;
}

/** A draft for each, with the button that opens it; what cannot be done just now is left out. */
export async function offer(at: AtDesk, offers: readonly Offer[]): Promise<Offers> {
  const begun: { readonly button: Button; readonly conclude: (tx: Tx) => Promise<unknown> }[] = [];
  const refused: string[] = [];
  for (const { act, subject, label } of offers) {
    const { answer, conclude } = await begin(at, { act, kind: subject.kind, subjectId: subject.id });
    if (answer.kind === 'refused') refused.push(answer.refused);
    if (!conclude || answer.kind === 'refused' || answer.kind === 'done') continue;
    const promptId = answer.draft.id;
    const button: Button =
      answer.kind === 'preview'
        ? { kind: 'answer', label, promptId, answers: { step: SHOW } }
        : { kind: 'fill', label, promptId };
    begun.push({ button, conclude });
  }
  return {
    buttons: begun.map(({ button }) => button),
    refused,
    async write(tx) {
      for (const { conclude } of begun) await conclude(tx);
    },
  };
}
