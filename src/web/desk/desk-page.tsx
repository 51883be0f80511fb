// What surrounds every page of the desk: who the reader is, the way to the other pages, and what came of an act.
import type { ComponentChildren } from 'preact';
import { may } from '../../directory/may.ts';
import { Page, renderPage } from '../../page/layout.tsx';
import { Notice } from '../../page/notice.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { withLanguage } from './desk-language.ts';
import { DESK } from './desk-setting.ts';
import { deskStyleUrl } from './desk-style.ts';
import { places } from './places.ts';
import type { Visit } from './visit.ts';

export interface DeskPageProps {
  readonly visit: Visit;
  readonly title: string;
  /** Stands under the title. */
  readonly lead?: string | undefined;
  readonly children: ComponentChildren;
}

export function renderDesk(props: DeskPageProps): string {
  return renderPage(<DeskPage {...props} />);
}

function DeskPage({ visit, title, lead, children }: DeskPageProps) {
  const { visitor, path, outcome } = visit;
  const { language } = visitor;
  return (
    <Page
      language={language}
      title={title}
      home={DESK}
      otherLanguageUrl={withLanguage(path, language === 'sv' ? 'en' : 'sv')}
      bar={<Who visit={visit} />}
      side={<Ways visit={visit} />}
      styles={[deskStyleUrl]}
      isBroad
      hasFault={outcome !== undefined && outcome.kind !== 'done'}
    >
      <div class="stack tight">
        <h1 class="ds-heading" data-size="md">
          {title}
        </h1>
        {lead && <p>{lead}</p>}
      </div>
      {outcome && <Said outcome={outcome} language={language} />}
      {children}
    </Page>
  );
}

function Said({ outcome, language }: { readonly outcome: NonNullable<Visit['outcome']>; readonly language: Language }) {
  switch (outcome.kind) {
    case 'done':
      return (
        <Notice tone="success" id="done">
          <p>{textsIn(language).deskPages.done[outcome.word]}</p>
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="warning" id="done">
          <p>{outcome.text}</p>
        </Notice>
      );
    case 'faults':
      // Said at the form itself.
      return null;
  }
}

function Who({ visit: { visitor, setting } }: { readonly visit: Visit }) {
  const { person, county, language, csrf } = visitor;
  const texts = textsIn(language).signIn.bar;
  return (
    <div class="row who">
      <p>
        {texts.signedIn} <strong>{person.title}</strong>, {county.name}
      </p>
      {setting.roomUrl !== undefined && (
        <a class="ds-link" href={setting.roomUrl}>
          {texts.room}
        </a>
      )}
      <form method="post" action={`${DESK}/leave`} class="row tight">
        <input type="hidden" name="_csrf" value={csrf} />
        <button class="ds-link" type="submit">
          {setting.isLocal ? texts.change : texts.leave}
        </button>
        {!setting.isLocal && (
          <button class="ds-link" type="submit" name="everywhere" value="yes">
            {texts.leaveEverywhere}
          </button>
        )}
      </form>
    </div>
  );
}

/** Twice, so that it works without script: beside the content on wide screens, folded above it on narrow ones. */
function Ways({ visit }: { readonly visit: Visit }) {
  const texts = textsIn(visit.visitor.language).deskPages;
  return (
    <div>
      <nav class="on-wide places" aria-label={texts.nav.label}>
        <WayList visit={visit} />
      </nav>
      <details class="on-narrow fill">
        <summary class="ds-button" data-variant="secondary">
          {texts.nav.label}
        </summary>
        <nav class="places" aria-label={texts.nav.label}>
          <WayList visit={visit} />
        </nav>
      </details>
    </div>
  );
}

function WayList({ visit: { visitor, path } }: { readonly visit: Visit }) {
  const { nav } = textsIn(visitor.language).deskPages;
  const open = places.filter(({ deed }) => deed === undefined || may(visitor.actor, deed));
  return (
    <ul class="plain">
      {open.map(({ name, url, also = [] }) => (
        <li key={name}>
          <a class="place" href={url} aria-current={[url, ...also].some((one) => isAt(path, one)) ? 'page' : undefined}>
            {nav[name]}
          </a>
        </li>
      ))}
    </ul>
  );
}

function isAt(path: string, url: string): boolean {
  return path === url || (url !== DESK && path.startsWith(`${url}/`));
}
