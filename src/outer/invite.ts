// Where no form can be opened at once, a post with a button that opens it.
import type { Message } from '../message/message.ts';
import type { Answer } from '../platform.ts';
import { textsIn } from '../text/texts.ts';

export type ShownForm = Extract<Answer, { kind: 'form' | 'faults' }>;

export function inviteToFill(shown: ShownForm): Message {
  const { language, title, promptId, isPreviewed } = shown;
  const { forms, desk } = textsIn(language);
  const label = isPreviewed ? desk.preview.fill : forms.answer;
  const text = shown.kind === 'faults' ? shown.text : shown.notice;
  return {
    language,
    title,
    parts: text === undefined ? [] : [{ kind: 'notice', text, tone: 'info' }],
    buttons: [{ kind: 'fill', label, promptId }],
  };
}
