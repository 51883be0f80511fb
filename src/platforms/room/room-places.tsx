// The way to a person's conversations, and how many questions wait in each.

import type { Language } from '../../text/language.ts';
import { type Texts, textsIn } from '../../text/texts.ts';
import { countOpen, type Inbox } from './room-inbox.ts';
import type { RoomPlace } from './room-people.ts';
import { type Place, toUrl } from './room-place.ts';

export interface PlacesProps {
  readonly inbox: Inbox;
  readonly language: Language;
  /** Where the reader is. */
  readonly at: Place;
}

/** Twice, so that it works without script: beside the content on wide screens, folded above it on narrow ones. */
export function Places(props: PlacesProps) {
  const { inbox, language } = props;
  const texts = textsIn(language).room.places;
  const open = countOpen(inbox);
  return (
    <div class="side">
      <nav id="places" class="places" aria-label={texts.title} data-part={inbox.stamp}>
        <PlaceList {...props} />
      </nav>
      <details class="places-folded">
        <summary class="ds-button" data-variant="secondary">
          {texts.title}
          {open > 0 && <Count open={open} texts={texts} />}
        </summary>
        <nav aria-label={texts.title}>
          <PlaceList {...props} />
        </nav>
      </details>
    </div>
  );
}

function PlaceList({ inbox, language, at }: PlacesProps) {
  const texts = textsIn(language).room.places;
  const personal = inbox.places.filter(({ conversation }) => conversation.kind === 'personal');
  const shared = inbox.places.filter(({ conversation }) => conversation.kind !== 'personal');
  const link = (place: Place, name: string, open: number, under?: string) => (
    <PlaceLink key={toUrl(place)} {...{ place, name, open, under, texts }} isHere={isSame(place, at)} />
  );
  const toConversation = ({ conversation, groupName }: RoomPlace, name: string) =>
    link(
      { kind: 'conversation', id: conversation.id },
      name,
      countOpen(inbox, conversation.id),
      groupName === name ? undefined : groupName,
    );
  return (
    <>
      <ul>
        {link({ kind: 'mine' }, texts.mine, countOpen(inbox))}
        {link({ kind: 'ask' }, texts.ask, 0)}
        {personal.map((place) => toConversation(place, texts.personal))}
      </ul>
      {shared.length > 0 && (
        <>
          <h2>{texts.channels}</h2>
          <ul>{shared.map((place) => toConversation(place, place.conversation.name))}</ul>
        </>
      )}
      {inbox.places.length === 0 && <p class="hint">{texts.none}</p>}
    </>
  );
}

type PlaceTexts = Texts['room']['places'];

interface PlaceLinkProps {
  readonly place: Place;
  readonly name: string;
  readonly under: string | undefined;
  readonly open: number;
  readonly isHere: boolean;
  readonly texts: PlaceTexts;
}

function PlaceLink({ place, name, under, open, isHere, texts }: PlaceLinkProps) {
  return (
    <li>
      <a href={toUrl(place)} aria-current={isHere ? 'page' : undefined}>
        <span>
          {name}
          {under && <small>{under}</small>}
        </span>
        {open > 0 && <Count open={open} texts={texts} />}
      </a>
    </li>
  );
}

function Count({ open, texts }: { readonly open: number; readonly texts: PlaceTexts }) {
  return (
    <span class="count">
      <span aria-hidden="true">{open}</span>
      <span class="ds-sr-only">, {texts.open(open)}</span>
    </span>
  );
}

function isSame(one: Place, other: Place): boolean {
  if (one.kind === 'conversation' && other.kind === 'conversation') return one.id === other.id;
  return one.kind === other.kind;
}
