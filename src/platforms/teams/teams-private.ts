// Says an answer to one person, in their own chat, where it was asked for among others: Teams shows posts to everybody.
import type { Log } from '../../log.ts';
import type { Answer, Conversation, PlatformUser } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Members } from './teams-members.ts';
import { readAddress } from './teams-place.ts';
import type { Say, Saying } from './teams-say.ts';

/** `to` is where it was asked for: nothing of the answer is said there. */
export interface PrivateSaying extends Saying {
  readonly person: PlatformUser;
  /** The client's, where the answer does not tell the person's. */
  readonly language: Language;
}

export type SayPrivately = (saying: PrivateSaying) => Promise<void>;

export interface Speaking {
  readonly say: Say;
  readonly members: Pick<Members, 'openPersonal'>;
  readonly log: Log;
}

/** Where others read along stands only that there is an answer, or how to get it. */
export function createSayPrivately({ say, members, log }: Speaking): SayPrivately {
  return async ({ to, threadId, person, answer, language, key }) => {
    if (answer.kind === 'nothing' || answer.kind === 'views') return;
    const own = await members.openPersonal(person, to).catch((error: unknown) => {
      log.warn('teams.own-chat-not-opened', error, { conversation: to.id });
      return undefined;
    });
    const isSaid = own !== undefined && (await say({ to: own, threadId: findThread(own), answer, key }));
    const { inPrivate } = textsIn(readLanguage(answer) ?? language).teams;
    const text = isSaid ? inPrivate.answered : inPrivate.writeToMe;
    await say({ to, threadId, answer: { kind: 'note', text, isForAll: true }, key: `${key}:told` });
  };
}

function findThread(own: Conversation): string {
  return readAddress(own).conversationId;
}

/** The person's, as the road knows it. */
function readLanguage(answer: Answer): Language | undefined {
  switch (answer.kind) {
    case 'form':
    case 'faults':
      return answer.language;
    case 'card':
      return answer.message.language;
    default:
      return undefined;
  }
}
