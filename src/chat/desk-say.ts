// What the desk answers, as a chat says it: a form, faults at its fields, a preview with buttons, a receipt.
import { describeSend } from '../desk/describe-send.ts';
import type { AtDesk } from '../desk/desk.ts';
import type { Preview } from '../desk/desk-act.ts';
import type { DeskAnswer } from '../desk/desk-answer.ts';
import type { Draft } from '../desk/draft.ts';
import type { Person } from '../directory/person.ts';
import type { Answers } from '../message/form.ts';
import type { Button, Message, Part } from '../message/message.ts';
import type { Answer } from '../platform.ts';
import { textsIn } from '../text/texts.ts';

/** What the buttons under a preview carry. */
export const SAVE = 'save';
export const DROP = 'drop';
export const SHOW = 'show';

export function sayAtDesk(at: AtDesk, answer: DeskAnswer): Answer {
  const { language } = at.asker.person;
  switch (answer.kind) {
    case 'refused':
      return { kind: 'note', text: answer.refused };
    case 'form': {
      const { notice } = answer.opened;
      return { kind: 'form', ...toShown(at, answer), values: answer.values, ...(notice !== undefined && { notice }) };
    }
    case 'faults': {
      const { values, text, faults } = answer;
      return { kind: 'faults', ...toShown(at, answer), values, text, faults };
    }
    case 'preview':
      return { kind: 'card', message: composePreview(at, answer) };
    case 'done': {
      const { receipt: code } = textsIn(language).deskChat;
      return { kind: 'receipt', text: code(answer.said, answer.receipt), receipt: answer.receipt };
    }
  }
}

type WithForm = Extract<DeskAnswer, { kind: 'form' | 'faults' }>;

function toShown({ asker }: AtDesk, { draft, opened }: WithForm) {
  const { title, form } = opened;
  const isPreviewed = true;
  return {
    promptId: draft.id,
    language: asker.person.language,
    title,
    form,
    basedOn: draft.version,
    isPreviewed,
  } as const;
}

/** So many lines are shown; the rest is counted. */
const MOST_LINES = 20;

type Previewed = Extract<DeskAnswer, { kind: 'preview' }>;

function composePreview(at: AtDesk, { draft, preview, title, notice }: Previewed): Message {
  const { language } = at.asker.person;
  const { desk } = textsIn(language);
  return {
    language,
    title: desk.preview.title(title),
    parts: [
      ...(notice === undefined ? [] : [{ kind: 'notice', tone: 'warning', text: notice } as const]),
      { kind: 'text', text: preview.words.join(' ') },
      ...listFields(preview, at),
      ...listSends(preview, at),
    ],
    buttons: listButtons(at, draft, preview),
  };
}

function listFields({ fields }: Preview, { asker }: AtDesk): readonly Part[] {
  const { preview } = textsIn(asker.person.language).desk;
  if (fields.length === 0) return [];
  const items = fields.map(({ label, from, to }) => preview.changed(label, from, to));
  return [{ kind: 'list', title: preview.fields, items }];
}

function listSends({ sends }: Preview, at: AtDesk): readonly Part[] {
  const { language } = at.asker.person;
  const { preview } = textsIn(language).desk;
  if (sends.length === 0) return [];
  const lines = sends.map((send) => describeSend(send, at, language));
  const rest = lines.length - MOST_LINES;
  const items = [...lines.slice(0, MOST_LINES), ...(rest > 0 ? [preview.more(rest)] : [])];
  return [{ kind: 'list', title: preview.list, items }];
}

function listButtons({ asker }: AtDesk, draft: Draft, { seal }: Preview): readonly Button[] {
  const { preview } = textsIn(asker.person.language).desk;
  const promptId = draft.id;
  const press = (label: string, answers: Answers): Button => ({ kind: 'answer', label, promptId, answers });
  const isFilled = draft.values !== undefined;
  return [
    press(draft.act === 'nudge' || draft.act === 'resend' ? preview.send : preview.save, { step: SAVE, seal }),
    ...(isFilled ? [{ kind: 'fill', label: preview.change, promptId } as const] : []),
    press(preview.drop, { step: DROP }),
  ];
}

/** Neither a question nor a draft of theirs. */
export function sayGone({ language }: Person): Answer {
  return { kind: 'note', text: textsIn(language).road.gone };
}
