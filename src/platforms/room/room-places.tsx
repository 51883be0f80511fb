// The way to a person's conversations, and how many questions wait in each.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { countOpen, type Inbox } from './room-inbox.ts';
import type { RoomPlace } from './room-people.ts';
import { type Place, toUrl } from './room-place.ts';
import type { Elsewhere } from './room-setting.ts';

export interface PlacesProps {
  readonly inbox: Inbox;
  readonly language: Language;
  /** Where the reader is. */
  readonly at: Place;
  readonly elsewhere?: Elsewhere | undefined;
}

/** Twice, so that it works without script: beside the content on wide screens, folded above it on narrow ones. */
export function Places(props: PlacesProps) {
  const { inbox, language } = props;
  const texts = textsIn(language).room.places;
  const open = countOpen(inbox);
  return (
    <div>
      <nav id="places" class="on-wide places" aria-label={texts.title} data-part={inbox.stamp}>
        <PlaceList {...props} />
      </nav>
      <details class="on-narrow fill">
        <summary class="ds-button" data-variant="secondary">
          {texts.title}
          <span id="places-count" data-part={`${open}`}>
            <Count open={open} language={language} />
          </span>
        </summary>
        <nav id="places-folded" class="places" aria-label={texts.title} data-part={inbox.stamp}>
          <PlaceList {...props} />
        </nav>
      </details>
    </div>
  );
}

function PlaceList({ inbox, language, at, elsewhere }: PlacesProps) {
  const texts = textsIn(language).room.places;
  const personal = inbox.places.filter(({ conversation }) => conversation.kind === 'personal');
  const shared = inbox.places.filter(({ conversation }) => conversation.kind !== 'personal');
  const own = [
    { place: { kind: 'mine' }, name: texts.mine, open: countOpen(inbox) },
    { place: { kind: 'ask' }, name: texts.ask, open: 0 },
    ...personal.map((place) => toLink(inbox, place, texts.personal)),
  ] as const;
  return (
    <>
      <ul class="plain">
        {own.map((link) => (
          <PlaceLink key={link.name} {...link} {...{ at, language }} />
        ))}
      </ul>
      {shared.length > 0 && <h2 class="quiet">{texts.channels}</h2>}
      <ul class="plain">
        {shared.map((place) => (
          <PlaceLink key={place.conversation.id} {...toLink(inbox, place)} {...{ at, language }} />
        ))}
      </ul>
      {inbox.places.length === 0 && <p class="quiet">{texts.none}</p>}
      {elsewhere && (
        <a class="place" href={elsewhere.url}>
          {elsewhere.name(language)}
        </a>
      )}
    </>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly name: string;
  /** How many questions wait there. */
  readonly open: number;
  /** The group, where the conversation has a name of its own. */
  readonly group?: string | undefined;
  readonly at: Place;
  readonly language: Language;
}

function toLink(inbox: Inbox, { conversation, groupName }: RoomPlace, name: string = conversation.name) {
  const { id } = conversation;
  const place = { kind: 'conversation', id } as const;
  return { place, name, open: countOpen(inbox, id), group: groupName === name ? undefined : groupName };
}

function PlaceLink({ place, name, open, group, at, language }: PlaceLinkProps) {
  return (
    <li>
      <a class="place" href={toUrl(place)} aria-current={isSame(place, at) ? 'page' : undefined}>
        <span>
          {name}
          {group && <small class="quiet"> {group}</small>}
        </span>
        <Count open={open} language={language} />
      </a>
    </li>
  );
}

function Count({ open, language }: { readonly open: number; readonly language: Language }) {
  if (open === 0) return null;
  return (
    <>
      <span class="ds-badge" data-count={open} aria-hidden="true" />
      <span class="ds-sr-only">, {textsIn(language).room.places.open(open)}</span>
    </>
  );
}

function isSame(one: Place, other: Place): boolean {
  if (one.kind === 'conversation' && other.kind === 'conversation') return one.id === other.id;
  return one.kind === other.kind;
}
