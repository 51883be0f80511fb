// Takes what somebody did to the road, and brings back what it answers.
import type { Answer, Handle, PlatformUser } from '../../platform.ts';
import type { CardData } from './teams-data.ts';

export interface Deed {
  readonly data: CardData;
  readonly key: string;
  readonly from: PlatformUser;
}

export function perform(handle: Handle, { data, key, from }: Deed): Promise<Answer> {
  switch (data.act) {
    case 'answer':
      return handle.take({ kind: 'pressed', key, from, promptId: data.promptId, answers: data.answers });
    case 'repeat':
      return handle.take({ kind: 'repeated', key, from, promptId: data.promptId });
    case 'fill':
      return handle.look({ kind: 'opened', from, promptId: data.promptId });
    case 'view':
      return handle.look({ kind: 'looked', from, promptIds: data.promptIds });
    case 'submit':
      return submit(handle, { key, from, data });
  }
}

interface Submission extends Omit<Deed, 'data'> {
  readonly data: Extract<CardData, { act: 'submit' }>;
}

/** A note in answer to a form says why it was not kept: what was typed is not to be lost for that. */
async function submit(handle: Handle, { data, key, from }: Submission): Promise<Answer> {
  const { promptId, entries, basedOn } = data;
  const answer = await handle.take({ kind: 'submitted', key, from, promptId, entries, basedOn });
  if (answer.kind !== 'note') return answer;
  const opened = await handle.look({ kind: 'opened', from, promptId });
  return opened.kind === 'form' ? { ...opened, values: entries, basedOn, notice: answer.text } : answer;
}
