// Takes what a person did to the road, and says what came of it.
import type { Handle } from '../../platform.ts';
import type { Act } from './room-incoming.ts';
import type { Outcome } from './room-outcome.ts';
import type { RoomSetting } from './room-setting.ts';

export async function performAct(setting: RoomSetting, handle: Handle, act: Act): Promise<Outcome> {
  const { incoming, messageId } = act;
  const promptId = incoming.kind === 'wrote' ? undefined : incoming.promptId;
  try {
    const answer = await handle.take(incoming);
    // A note in answer to a form says why it was not kept: what was typed is not to be lost for that.
    if (answer.kind !== 'note' || incoming.kind !== 'submitted') return { promptId, messageId, answer };
    return { promptId, messageId, answer: { kind: 'not-kept', text: answer.text, values: incoming.entries } };
  } catch (error) {
    // The person keeps what they typed and is told; the operator reads why.
    setting.log.error('room.act-failed', error, { kind: incoming.kind, promptId });
    const typed = incoming.kind === 'submitted' || incoming.kind === 'drafted' ? { values: incoming.entries } : {};
    return { promptId, messageId, answer: { kind: 'not-kept', ...typed } };
  }
}
