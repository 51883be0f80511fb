// Where a question stands for one person, told to them alone, with the buttons that are theirs to press.
import type { Button, Message } from '../../message/message.ts';
import type { PromptView } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';

/** @param shown what everybody sees, where it is known */
export function composeStanding(shown: Message, view: PromptView | undefined): Message {
  const { language, title } = shown;
  const { status } = textsIn(language).slack;
  const state = view?.state ?? 'not-asked';
  const told = view?.status ?? (state === 'answered' ? title : status[state]);
  const closed = view?.status !== undefined && state === 'closed' ? [status.closed] : [];
  return {
    language,
    title,
    parts: [told, ...closed].map((text) => ({ kind: 'text', text })),
    buttons: view ? listButtons(shown, view) : [],
  };
}

/** Where it is answered, one button to change the answer; where it is closed or not asked of them, only links. */
function listButtons({ buttons, language }: Message, { state, promptId, canRepeat }: PromptView): readonly Button[] {
  switch (state) {
    case 'open':
      return buttons.filter(({ kind }) => kind !== 'link' && (kind !== 'repeat' || canRepeat));
    case 'answered':
      return [{ kind: 'fill', label: textsIn(language).slack.form.change, promptId }];
    case 'closed':
    case 'not-asked':
      return [];
  }
}
