// A card as one person sees it: with where the question stands for them, and only the buttons that are theirs to press.
import type { Button, Message, Part } from '../../message/message.ts';
import type { PromptView } from '../../platform.ts';
import { textsIn } from '../../text/texts.ts';
import { composeCard } from './teams-card.ts';
import type { Card } from './teams-element.ts';

export function composeView(message: Message, view: PromptView | undefined): Card {
  const { language } = message;
  const texts = textsIn(language).teams;
  if (!view) return composeCard(message, { isPersonal: true });
  const status: readonly Part[] =
    view.status === undefined
      ? []
      : [{ kind: 'notice', text: view.status, tone: view.state === 'answered' ? 'success' : 'info' }];
  // A card that is over says so itself.
  const isOver = view.state === 'closed' && !message.past;
  const closed: readonly Part[] = isOver ? [{ kind: 'note', text: texts.status.closed }] : [];
  const buttons = listButtons(message, view, texts.form.change);
  return composeCard({ ...message, parts: [...message.parts, ...status, ...closed], buttons }, { isPersonal: true });
}

/** Where it is answered, one button to change the answer; where it is closed or not asked of them, only links. */
function listButtons({ buttons, question }: Message, view: PromptView, change: string): readonly Button[] {
  const isOther = (button: Button) => button.kind === 'link' || button.promptId !== view.promptId;
  const others = buttons.filter(isOther);
  switch (view.state) {
    case 'open':
      return buttons.filter((button) => button.kind !== 'repeat' || isOther(button) || view.canRepeat);
    case 'answered':
      return question ? [{ kind: 'fill', label: change, promptId: view.promptId }, ...others] : others;
    case 'closed':
    case 'not-asked':
      return others;
  }
}
