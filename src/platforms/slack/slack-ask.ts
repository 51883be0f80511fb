// Asks the road in somebody's name; whatever breaks down is answered with words, and with nothing of its insides.
import type { Answer, PlatformUser } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { within } from './slack-late.ts';
import type { Answering } from './slack-parts.ts';

export interface Asker {
  readonly teamId: string;
  readonly userId: string;
  readonly language: Language;
}

export async function ask(
  { members, setting }: Answering,
  { teamId, userId, language }: Asker,
  act: (from: PlatformUser) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act(await members.identify(teamId, userId));
  } catch (error) {
    setting.log.error('slack.act-failed', error);
    return { kind: 'note', text: textsIn(language).slack.trouble };
  }
}

/** Meant for everybody where it was asked for, as what a group's channel is from now on. */
export function isForAll(answer: Answer): boolean {
  return 'isForAll' in answer && answer.isForAll === true;
}

/** What opens a modal is good for three seconds: we do not wait for long to be told how to say "wait". */
const LANGUAGE_MS = 500;

/** As their Slack speaks. What the road says, it says in the person's own language. */
export async function readLanguage({ members }: Answering, teamId: string, userId: string): Promise<Language> {
  const known = await within(LANGUAGE_MS, members.speaksEnglish(teamId, userId)).catch(() => undefined);
  return known?.done ? 'en' : 'sv';
}
