// "skrivbordet": a link that signs one person in at the desk on the web, once and soon.
import { addSignInLink, LINK_MINUTES } from '../directory/sign-in-store.ts';
import type { Answer } from '../platform.ts';
import type { Site } from '../reminders/road.ts';
import { textsIn } from '../text/texts.ts';
import { type Asking, type Doing, say } from './asking.ts';

/** Only where nobody reads along, although an answer in a channel is for the person alone too. */
export async function giveSignInLink({ road, person, at }: Asking): Promise<Doing> {
  const texts = textsIn(person.language).signIn.chat;
  const { site } = road;
  if (!site) return say(texts.none);
  if (at && at.kind !== 'personal') return say(texts.writeToMe);
  const given = say(texts.given);
  return {
    ...given,
    kept: given.answer,
    async conclude(tx): Promise<Answer> {
      const token = await addSignInLink(tx, { ...person, personId: person.id }, road.clock.now());
      const { language } = person;
      const parts = [
        { kind: 'text', text: texts.text(LINK_MINUTES) },
        { kind: 'note', text: texts.forYou },
      ] as const;
      const buttons = [{ kind: 'link', label: texts.open, url: toSignInUrl(site, token) }] as const;
      return { kind: 'card', message: { language, title: texts.title, parts, buttons } };
    },
  };
}

export function toSignInUrl({ deskUrl }: Pick<Site, 'deskUrl'>, token: string): string {
  return `${deskUrl}/in/${token}`;
}
