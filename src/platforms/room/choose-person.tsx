// Everyone in a county, by group, to be one of them: only in local mode.
import { compareText } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { type Texts, textsIn } from '../../text/texts.ts';
import { describePerson } from './room-frame.tsx';
import type { RoomCounty, RoomPerson } from './room-people.ts';
import { ROOM } from './room-setting.ts';

export interface ChoosePersonProps {
  readonly county: RoomCounty;
  readonly people: readonly RoomPerson[];
  readonly search: string;
  readonly language: Language;
}

/** Longer lists are folded, group by group. */
const MOST_OPEN = 10;

export function ChoosePerson({ county, people, search, language }: ChoosePersonProps) {
  const texts = textsIn(language).room.entrance;
  const found = people.filter((person) => isFound(person, search));
  return (
    <div class="stack">
      <form method="get" action={ROOM} class="stack tight">
        <input type="hidden" name="county" value={county.id} />
        <label class="ds-label" for="search">
          {texts.search}
        </label>
        <div class="row">
          <input class="ds-input" type="search" id="search" name="search" value={search} autoComplete="off" />
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.searchButton}
          </button>
        </div>
      </form>
      <p role="status">{found.length === 0 && search ? texts.notFound(search) : texts.found(found.length)}</p>
      <div class="ds-card card">
        {toGroups(found, texts, language).map(([name, members]) => (
          <Group key={name} {...{ name, members, texts }} isOpen={search !== '' || found.length <= MOST_OPEN} />
        ))}
      </div>
      <p>
        <a class="ds-link" href={ROOM}>
          {texts.otherCounty}
        </a>
      </p>
    </div>
  );
}

type EntranceTexts = Texts['room']['entrance'];

interface GroupProps {
  readonly name: string;
  readonly members: readonly RoomPerson[];
  readonly isOpen: boolean;
  readonly texts: EntranceTexts;
}

function Group({ name, members, isOpen, texts }: GroupProps) {
  return (
    <details class="ds-details" data-color="neutral" open={isOpen}>
      <summary>
        <strong>{name}</strong> <span class="quiet">{texts.found(members.length)}</span>
      </summary>
      <form method="post" action={`${ROOM}/be`}>
        <ul class="plain">
          {members.map((person) => (
            <li key={person.id} class="row spread line">
              <span>
                <strong>{person.title}</strong>
                <br />
                {person.organisation}
              </span>
              <button type="submit" class="ds-button" data-variant="secondary" name="person" value={person.id}>
                {texts.be}
                <span class="ds-sr-only"> {texts.as(describePerson(person))}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </details>
  );
}

/** A person in several groups stands in each. */
function toGroups(people: readonly RoomPerson[], texts: EntranceTexts, language: Language) {
  const names = [...new Set(people.flatMap((person) => toList(person, texts)))];
  return names
    .sort((a, b) => compareText(a, b, language))
    .map((name) => [name, people.filter((person) => toList(person, texts).includes(name))] as const);
}

function toList({ groups }: RoomPerson, texts: EntranceTexts): readonly string[] {
  return groups.length > 0 ? groups : [texts.elsewhere];
}

function isFound({ name, title, organisation, groups }: RoomPerson, search: string): boolean {
  const text = [name, title, organisation, ...groups].join(' ').toLocaleLowerCase('sv');
  return search
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
