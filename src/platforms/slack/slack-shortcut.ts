// A line to ask in, from anywhere in Slack: below it stands what came back.
import type { Answer } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type Block, toPlain, toSection } from './slack-block.ts';
import { composeCard } from './slack-card.ts';
import { composeForm, type View } from './slack-modal.ts';

export const QUESTION = 'question';
/** The field that it is asked in. */
export const QUESTION_TEXT = 'text';

/** The answer, and the line to ask again; a form takes its place. */
export function composeQuestion(answer: Answer, language: Language): View {
  if (answer.kind === 'form' || answer.kind === 'faults') return composeForm({ shown: answer });
  const { title, label, ask } = textsIn(language).slack.shortcut;
  const line = { type: 'plain_text_input', action_id: QUESTION_TEXT, multiline: false };
  return {
    type: 'modal',
    callback_id: QUESTION,
    title: toPlain(title),
    submit: toPlain(ask),
    close: toPlain(textsIn(language).slack.wait.done),
    private_metadata: language,
    blocks: [{ type: 'input', label: toPlain(label), element: line }, ...toBlocks(answer)],
  };
}

function toBlocks(answer: Exclude<Answer, { kind: 'form' | 'faults' }>): readonly Block[] {
  switch (answer.kind) {
    case 'card':
      return composeCard(answer.message);
    case 'cards':
      return answer.messages.flatMap((message) => composeCard(message));
    case 'note':
    case 'receipt':
      return [toSection(answer.text)];
    case 'views':
    case 'nothing':
      return [];
  }
}
