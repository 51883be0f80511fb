// A page that says that there is nothing here, or that something went wrong, without telling what.
import { Page, renderPage } from '../page/layout.tsx';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

export function renderRefusal(kind: 'not-found' | 'trouble', language: Language): string {
  const { title, text } = textsIn(language).room.refusal[kind];
  return renderPage(
    <Page language={language} title={title} home="/">
      <div class="ds-card stack card">
        <h1 class="ds-heading" data-size="sm">
          {title}
        </h1>
        {kind === 'trouble' && <p>{text}</p>}
      </div>
    </Page>,
  );
}
