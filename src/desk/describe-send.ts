// One planned message in words: when, what, to whom.
import { toLocal } from '../calendar/zone.ts';
import type { County } from '../directory/county.ts';
import type { Conversation } from '../platform.ts';
import { formatInstant, formatList } from '../text/format.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import type { DeskAsking, PlannedSend } from './desk-act.ts';

/** "torsdag 15 oktober kl. 9.00: Beredningsgruppen möts … — till Beredning (Teams) och 7 personer" */
export function describeSend(
  send: PlannedSend,
  asking: Pick<DeskAsking, 'county' | 'now'>,
  language: Language,
): string {
  const { send: words } = textsIn(language).desk;
  const when = send.isNow ? words.now : formatWhen(send, asking, language);
  return words.item(when, send.message.title, nameWhom(send, language));
}

function formatWhen({ at }: PlannedSend, { county, now }: { county: County; now: Date }, language: Language): string {
  return formatInstant(at, county.timeZone, language, toLocal(now, county.timeZone).date);
}

function nameWhom({ posts, kind, isForSilent }: PlannedSend, language: Language): string {
  const { send: words } = textsIn(language).desk;
  const whom = namePlaces(
    posts.map(({ to }) => to),
    language,
  );
  if (!isForSilent) return whom;
  return kind === 'escalation' ? words.escalation(whom) : words.silent(whom);
}

/** Channels and group chats by name; what is somebody's own is counted, each once. */
export function namePlaces(to: readonly Conversation[], language: Language): string {
  const { send: words } = textsIn(language).desk;
  const own = new Set(to.filter(({ kind }) => kind === 'personal').map(({ id }) => id));
  const shared = new Map(to.filter(({ kind }) => kind !== 'personal').map((one) => [one.id, one]));
  const names = [...shared.values()].map(({ name, platform }) => words.channel(name, words.platforms[platform]));
  const parts = [...names, ...(own.size > 0 ? [words.people(own.size)] : [])];
  return parts.length === 0 ? words.nobody : formatList(parts, language);
}
