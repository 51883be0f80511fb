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

export function ChoosePerson({ county, people, search, language }: ChoosePersonProps) {
  const texts = textsIn(language).room.entrance;
  const found = people.filter((person) => isFound(person, search));
  return (
    <section aria-labelledby="person">
      <h2 class="ds-heading" data-size="xs" id="person">
        {texts.person(county.name)}
      </h2>
      {county.isExample && <p class="hint">{texts.moved(county.yearsMoved)}</p>}
      <form method="get" action={ROOM} class="ask">
        <input type="hidden" name="county" value={county.id} />
        <label class="ds-label" for="search">
          {texts.search}
        </label>
        <div class="ask-row">
          <input class="ds-input" type="search" id="search" name="search" value={search} autoComplete="off" />
          <button class="ds-button" data-variant="secondary" type="submit">
            {texts.searchButton}
          </button>
        </div>
      </form>
      <p role="status">{found.length === 0 && search ? texts.notFound(search) : texts.found(found.length)}</p>
      {toGroups(found, texts, language).map(([name, members]) => (
        <Group key={name} name={name} members={members} texts={texts} />
      ))}
      <p>
        <a class="ds-link" href={ROOM}>
          {texts.otherCounty}
        </a>
      </p>
    </section>
  );
}

type EntranceTexts = Texts['room']['entrance'];

interface GroupProps {
  readonly name: string;
  readonly members: readonly RoomPerson[];
  readonly texts: EntranceTexts;
}

function Group({ name, members, texts }: GroupProps) {
  return (
    <section class="group">
      <h3 class="ds-heading" data-size="2xs">
        {name}
      </h3>
      <form method="post" action={`${ROOM}/be`}>
        <ul class="people">
          {members.map((person) => (
            <li key={person.id}>
              <span>
                <strong>{person.title}</strong>
                <span class="hint">{person.organisation}</span>
              </span>
              <button type="submit" class="ds-button" data-variant="secondary" name="person" value={person.id}>
                {texts.be}
                <span class="ds-sr-only"> {texts.as(describePerson(person))}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
    </section>
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
