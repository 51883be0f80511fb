// The app's own page in Slack: everything that is somebody's, as it is now.
import { z } from 'zod';
import type { Answer } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { ask, readLanguage } from './slack-ask.ts';
import { type Block, toSection } from './slack-block.ts';
import { composeCard } from './slack-card.ts';
import { size } from './slack-limits.ts';
import { findExcess } from './slack-measure.ts';
import type { Answering } from './slack-parts.ts';

export async function showHome(parts: Answering, teamId: string, userId: string): Promise<void> {
  const language = await readLanguage(parts, teamId, userId);
  const answer = await ask(parts, { teamId, userId, language }, (from) => parts.handle.look({ kind: 'home', from }));
  const view = { type: 'home', blocks: composeHome(answer, language) };
  try {
    await parts.api({ teamId, method: 'views.publish', args: { user_id: userId, view }, schema: z.unknown() });
  } catch (error) {
    parts.setting.log.warn('slack.home-not-shown', error);
  }
}

/** Whole messages, as many as fit; that there are more is said, and where. */
export function composeHome(answer: Answer, language: Language): readonly Block[] {
  const { tooMuch } = textsIn(language).slack.home;
  const rest = toSection(tooMuch);
  const all = listMessages(answer);
  const kept: Block[][] = [];
  for (const blocks of all) {
    const next = [...kept.flat(), ...blocks, rest];
    if (findExcess(next, size.mostViewBlocks)) break;
    kept.push([...blocks]);
  }
  return kept.length === all.length ? kept.flat() : [...kept.flat(), rest];
}

function listMessages(answer: Answer): readonly (readonly Block[])[] {
  switch (answer.kind) {
    case 'cards':
      return answer.messages.map((message) => rename(composeCard(message), message.title));
    case 'card':
      return [composeCard(answer.message)];
    case 'note':
    case 'receipt':
      return [[toSection(answer.text)]];
    case 'form':
    case 'faults':
    case 'views':
    case 'nothing':
      return [];
  }
}

/** Blocks of several messages stand on one page: each row of buttons is told from the others by its message. */
function rename(blocks: readonly Block[], title: string): readonly Block[] {
  return blocks.map((block, at) => ({ ...block, block_id: `${title.slice(0, 100)}:${at}` }));
}
