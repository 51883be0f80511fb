// Asks whom to turn to, as people do in a chat.
import type { CountyId } from '../../ids.ts';
import { toPlainText } from '../../message/plain-text.ts';
import type { Answer } from '../../platform.ts';
import { type Place, perform } from '../perform.ts';
import { askTask } from '../tasks/ask-task.ts';

export interface AskOptions {
  readonly county: CountyId;
  readonly as?: string;
  readonly json?: true;
}

export async function ask(place: Place, text: string, { json, ...asker }: AskOptions): Promise<void> {
  const answer = await perform(place, askTask, { ...asker, text });
  console.log(json ? JSON.stringify(answer) : toText(answer));
}

function toText(answer: Answer): string {
  switch (answer.kind) {
    case 'card':
      return toPlainText(answer.message);
    case 'note':
      return answer.text;
    default:
      throw new TypeError(`A question about whom to ask is not answered with ${answer.kind}.`);
  }
}
