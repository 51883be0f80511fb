// Takes what somebody did to the road, and brings back what it answers.
import type { PromptId } from '../ids.ts';
import type { Answer, Handle, PlatformUser } from '../platform.ts';
import type { ButtonData } from './button-data.ts';

interface Done {
  readonly key: string;
  readonly from: PlatformUser;
}

export interface Press extends Done {
  readonly data: ButtonData;
}

export function press(handle: Handle, { data, key, from }: Press): Promise<Answer> {
  switch (data.act) {
    case 'answer':
      return handle.take({ kind: 'pressed', key, from, promptId: data.promptId, answers: data.answers });
    case 'repeat':
      return handle.take({ kind: 'repeated', key, from, promptId: data.promptId });
    case 'delegate':
      return handle.take({ kind: 'delegated', key, from, promptId: data.promptId });
    case 'fill':
      return handle.look({ kind: 'opened', from, promptId: data.promptId });
    case 'view':
      return handle.look({ kind: 'looked', from, promptIds: data.promptIds });
  }
}

export interface Submission extends Done {
  readonly promptId: PromptId;
  readonly entries: Record<string, string | string[]>;
  readonly basedOn: number;
}

/** A note in answer to a form says why it was not kept: what was typed is not to be lost for that. */
export async function submit(handle: Handle, { key, from, promptId, entries, basedOn }: Submission): Promise<Answer> {
  const answer = await handle.take({ kind: 'submitted', key, from, promptId, entries, basedOn });
  if (answer.kind !== 'note') return answer;
  const opened = await handle.look({ kind: 'opened', from, promptId });
  return opened.kind === 'form' ? { ...opened, values: entries, basedOn, notice: answer.text } : answer;
}
