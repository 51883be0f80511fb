// The entrance in local mode: which county, and who to be?
import { Page, renderPage } from '../../page/layout.tsx';
import { compareText } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { ChoosePerson } from './choose-person.tsx';
import { withLanguage } from './room-frame.tsx';
import type { RoomCounty, RoomPerson } from './room-people.ts';
import { ROOM } from './room-setting.ts';

export interface EntranceProps {
  readonly counties: readonly RoomCounty[];
  /** There once a county is chosen. */
  readonly county?: RoomCounty | undefined;
  readonly people: readonly RoomPerson[];
  readonly search: string;
  readonly language: Language;
}

export function renderEntrance({ counties, county, people, search, language }: EntranceProps): string {
  const texts = textsIn(language).room.entrance;
  const title = county ? texts.person(county.name) : texts.title;
  const other = language === 'sv' ? 'en' : 'sv';
  const isExample = county ? county.isExample : counties.some((each) => each.isExample);
  return renderPage(
    <Page language={language} title={title} home={ROOM} otherLanguageUrl={withLanguage(toEntrance(county), other)}>
      <div class="stack tight">
        <h1 class="ds-heading" data-size="md">
          {title}
        </h1>
        {!county && <p>{texts.explain}</p>}
        {isExample && (
          <p>
            {texts.example} {county && texts.moved(county.yearsMoved)}
          </p>
        )}
        <p class="quiet">{texts.local}</p>
      </div>
      {county ? (
        <ChoosePerson {...{ county, people, search, language }} />
      ) : (
        <ChooseCounty counties={counties} language={language} />
      )}
    </Page>,
  );
}

function toEntrance(county: RoomCounty | undefined): string {
  return county ? `${ROOM}?county=${encodeURIComponent(county.id)}` : ROOM;
}

function ChooseCounty({ counties, language }: Pick<EntranceProps, 'counties' | 'language'>) {
  const texts = textsIn(language).room.entrance;
  const sorted = counties.toSorted((a, b) => compareText(a.name, b.name, language));
  return (
    <section class="stack" aria-labelledby="county">
      <h2 class="ds-heading" data-size="xs" id="county">
        {texts.county}
      </h2>
      {sorted.length === 0 && <p class="quiet">{texts.noCounties}</p>}
      <ul class="plain tiles">
        {sorted.map((county) => (
          <li key={county.id} class="ds-card card whole">
            <a class="ds-link" href={toEntrance(county)}>
              <strong>{county.name}</strong>
            </a>
            {county.isExample && <p class="quiet">{texts.moved(county.yearsMoved)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
