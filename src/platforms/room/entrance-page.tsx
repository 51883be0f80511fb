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
  const other = language === 'sv' ? 'en' : 'sv';
  return renderPage(
    <Page
      language={language}
      title={texts.title}
      home={ROOM}
      otherLanguageUrl={withLanguage(toEntrance(county), other)}
    >
      <div class="lead">
        <h1 class="ds-heading" data-size="lg">
          {texts.title}
        </h1>
        <p>{texts.explain}</p>
        {counties.some(({ isExample }) => isExample) && <p>{texts.example}</p>}
        <p class="hint">{texts.local}</p>
      </div>
      {county ? (
        <ChoosePerson {...{ county, people, search, language }} />
      ) : (
        <ChooseCounty counties={counties} language={language} />
      )}
    </Page>,
  );
}

export function toEntrance(county: RoomCounty | undefined): string {
  return county ? `${ROOM}?county=${encodeURIComponent(county.id)}` : ROOM;
}

function ChooseCounty({ counties, language }: Pick<EntranceProps, 'counties' | 'language'>) {
  const texts = textsIn(language).room.entrance;
  const sorted = [...counties].sort((a, b) => compareText(a.name, b.name, language));
  return (
    <section aria-labelledby="county">
      <h2 class="ds-heading" data-size="xs" id="county">
        {texts.county}
      </h2>
      {sorted.length === 0 && <p class="empty">{texts.noCounties}</p>}
      <ul class="choices">
        {sorted.map((county) => (
          <li key={county.id} class="ds-card choice">
            <a href={toEntrance(county)}>{county.name}</a>
            {county.isExample && <p class="hint">{texts.moved(county.yearsMoved)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
