// Where no modal can be opened, a post with a button that opens one.
import type { Message } from '../../message/message.ts';
import { textsIn } from '../../text/texts.ts';
import type { ShownForm } from './slack-modal.ts';

export function inviteToFill(shown: ShownForm): Message {
  const { language, title, promptId } = shown;
  const text = shown.kind === 'faults' ? shown.text : shown.notice;
  return {
    language,
    title,
    parts: text === undefined ? [] : [{ kind: 'notice', text, tone: 'info' }],
    buttons: [{ kind: 'fill', label: textsIn(language).slack.buttons.fill, promptId }],
  };
}
