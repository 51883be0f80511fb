// Where no modal can be opened, a post with a button that opens one.
import type { Message } from '../../message/message.ts';
import { textsIn } from '../../text/texts.ts';
import type { ShownForm } from './slack-modal.ts';

export function inviteToFill(shown: ShownForm): Message {
  const { language, title, promptId, isPreviewed } = shown;
  const { slack, desk } = textsIn(language);
  const label = isPreviewed ? desk.preview.fill : slack.buttons.fill;
  const text = shown.kind === 'faults' ? shown.text : shown.notice;
  return {
    language,
    title,
    parts: text === undefined ? [] : [{ kind: 'notice', text, tone: 'info' }],
    buttons: [{ kind: 'fill', label, promptId }],
  };
}
