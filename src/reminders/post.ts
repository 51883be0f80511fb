// Whom a reminder reaches, and in which words: one post for one conversation.

import type { Message } from '../message/message.ts';
import type { Conversation } from '../platform.ts';
import type { Language } from '../text/language.ts';

export interface Post {
  readonly to: Conversation;
  readonly message: Message;
}

/** A conversation and the language that is spoken there. */
export interface Place {
  readonly conversation: Conversation;
  readonly language: Language;
}

/** The same message for every place, composed once for each language. */
export async function composePosts(
  places: readonly Place[],
  compose: (language: Language) => Promise<Message>,
): Promise<readonly Post[]> {
  const languages = [...new Set(places.map(({ language }) => language))];
  const messages = new Map<Language, Message>();
  for (const language of languages) messages.set(language, await compose(language));
  return places.flatMap(({ conversation, language }) => {
    const message = messages.get(language);
    return message ? [{ to: conversation, message }] : [];
  });
}
