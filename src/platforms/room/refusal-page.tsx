// A page that says no, why, and what to do: without any content of the room.
import { Page, renderPage } from '../../page/layout.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { ROOM } from './room-setting.ts';

export const refusals = {
  /** There is no session: a link is needed. */
  closed: 403,
  expired: 403,
  forged: 403,
  stranger: 403,
  stale: 403,
  foreign: 403,
  'not-local': 403,
  'not-found': 404,
  trouble: 500,
} as const;
export type RefusalKind = keyof typeof refusals;

export function renderRefusal(kind: RefusalKind, language: Language): string {
  const texts = textsIn(language).room.refusal;
  const { title, text } = texts[kind];
  const leadsBack = kind === 'not-found' || kind === 'stale' || kind === 'foreign' || kind === 'trouble';
  return renderPage(
    <Page language={language} title={title} home={ROOM}>
      <div class="ds-card stack card">
        <h1 class="ds-heading" data-size="sm">
          {title}
        </h1>
        <p>{text}</p>
        {leadsBack && (
          <a class="ds-button" data-variant="secondary" href={`${ROOM}/mine`}>
            {texts.back}
          </a>
        )}
      </div>
    </Page>,
  );
}
