// What surrounds every page of the room: who the reader is, and the way to their conversations.
import type { ComponentChildren } from 'preact';
import { Page } from '../../page/layout.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { ActForm } from './act-form.tsx';
import type { RoomShowing } from './message-card.tsx';
import type { Inbox } from './room-inbox.ts';
import { toUrl } from './room-place.ts';
import { Places } from './room-places.tsx';
import { roomScriptUrl } from './room-script.ts';
import { ROOM } from './room-setting.ts';
import type { Visit } from './room-visit.ts';

export interface RoomPageProps {
  readonly visit: Visit;
  readonly inbox: Inbox;
  readonly showing: RoomShowing;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function RoomPage({ visit, inbox, showing, title, children }: RoomPageProps) {
  const { language, outcome } = showing;
  const { at } = visit;
  const texts = textsIn(language).room;
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <Page
      language={language}
      title={title}
      home={toUrl({ kind: 'mine' })}
      otherLanguageUrl={withLanguage(toUrl(at), other)}
      bar={<Who visit={visit} showing={showing} />}
      side={<Places inbox={inbox} language={language} at={at} elsewhere={visit.setting.elsewhere} />}
      scripts={[roomScriptUrl]}
      hasFault={outcome?.answer.kind === 'faults' || outcome?.answer.kind === 'not-kept'}
    >
      <div
        id="live"
        class="stack wide"
        data-live={`${ROOM}/live`}
        data-stamp={inbox.stamp}
        data-arrived={texts.live.arrived}
        data-changed={texts.live.changed}
      >
        <p id="news" class="ds-sr-only" role="status" />
        {children}
      </div>
    </Page>
  );
}

export function withLanguage(url: string, language: Language): string {
  return `${url}${url.includes('?') ? '&' : '?'}language=${language}`;
}

/** "Kommundirektör, Karlshamns kommun" */
export function describePerson({
  title,
  organisation,
}: {
  readonly title: string;
  readonly organisation: string;
}): string {
  return `${title}, ${organisation}`;
}

type WhoProps = Pick<RoomPageProps, 'visit' | 'showing'>;

function Who({ visit: { setting, visitor }, showing }: WhoProps) {
  const texts = textsIn(showing.language).room.bar;
  return (
    <div class="row who">
      <p>
        {texts.youAre} <strong>{describePerson(visitor.person)}</strong>
      </p>
      {setting.isLocal ? (
        <a class="ds-link" href={`${ROOM}?county=${encodeURIComponent(visitor.county.id)}`}>
          {texts.change}
        </a>
      ) : (
        <ActForm showing={{ ...showing, action: `${ROOM}/leave` }}>
          <button class="ds-link" type="submit">
            {texts.leave}
          </button>
        </ActForm>
      )}
    </div>
  );
}
