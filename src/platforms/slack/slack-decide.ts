// A question was answered on which others hang: the open modal shows those that are to be answered now.
import type { Answer } from '../../platform.ts';
import { ask } from './slack-ask.ts';
import { readEntries } from './slack-entries.ts';
import { composeForm, REASON, readMark } from './slack-modal.ts';
import type { Answering } from './slack-parts.ts';
import type { Of, ShownView } from './slack-payload.ts';

/** Best effort: whatever is not shown in time is asked for when the form is sent. */
export async function followDecision(parts: Answering, { teamId, user, view }: Of<'actions'>): Promise<void> {
  const mark = readMark(view?.private_metadata ?? '');
  if (!view || !mark) return;
  const { promptId, basedOn, nonce, language } = mark;
  const asker = { teamId, userId: user.id, language };
  const opened = await ask(parts, asker, (from) => parts.handle.look({ kind: 'opened', from, promptId }));
  if (opened.kind !== 'form') return;
  const shown: Answer = { ...opened, basedOn, values: {}, ...readReason(view) };
  try {
    const next = composeForm({ shown, nonce, typed: readEntries(view) });
    // Only where nothing else has changed it meanwhile.
    await parts.show.update(teamId, view.id, next, view.hash);
  } catch (error) {
    parts.setting.log.warn('slack.modal-not-changed', error);
  }
}

/** Why it was shown stands there still. */
function readReason({ blocks = [] }: ShownView): { readonly notice?: string } {
  const block = blocks.find(({ block_id }) => block_id === REASON);
  const texts = listTexts(block);
  return texts.length === 0 ? {} : { notice: texts.join('') };
}

function listTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listTexts);
  if (typeof value !== 'object' || value === null) return [];
  if ('text' in value && typeof value.text === 'string') return [value.text];
  return Object.values(value).flatMap(listTexts);
}
