// Takes what a person did to the road, and says what came of it.
import type { AnswerValue } from '../../message/form.ts';
import type { Handle, Incoming } from '../../platform.ts';
import type { Act } from './room-incoming.ts';
import type { Outcome } from './room-outcome.ts';
import type { RoomSetting } from './room-setting.ts';

export async function performAct(setting: RoomSetting, handle: Handle, act: Act): Promise<Outcome> {
  const { incoming, messageId } = act;
  const promptId = incoming.kind === 'wrote' ? undefined : incoming.promptId;
  try {
    return { promptId, messageId, answer: await handle.take(incoming) };
  } catch (error) {
    // The person keeps what they typed and is told; the operator reads why.
    setting.log.error('room.act-failed', error, { kind: incoming.kind, promptId });
    const values = readValues(incoming);
    return { promptId, messageId, answer: { kind: 'trouble', ...(values ? { values } : {}) } };
  }
}

function readValues(incoming: Incoming): Readonly<Record<string, AnswerValue>> | undefined {
  return incoming.kind === 'submitted' ? incoming.entries : undefined;
}
